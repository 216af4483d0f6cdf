import type { PathOf } from './translated.ts'
import type { messages } from './zh-CN/index.ts'

/** `people.list.title`: a key that does not exist does not compile. */
export type MessageKey = PathOf<typeof messages>
export type MessageParams = Record<string, string | number>
export type Translate = (key: MessageKey, params?: MessageParams) => string
