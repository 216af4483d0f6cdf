import type { PathOf } from './translated.ts'
import type { messages } from './zh-CN/index.ts'

/** `people.list.title`: a key that does not exist does not compile. */
export type MessageKey = PathOf<typeof messages>
export type MessageParams = Record<string, string | number>
export type Translate = (key: MessageKey, params?: MessageParams) => string

/** Kind of a record in the audit chain: one that has a name in the messages. */
export type AuditRecord = keyof (typeof messages)['audit']['record']
