import { messages as english } from './en/index.ts'
import type { Language } from './language.ts'
import { messages as chinese } from './zh-CN/index.ts'

/** Both languages at once, for reports and the command line. The renderer loads one language at a time. */
export const resources = { 'zh-CN': chinese, en: english } satisfies Record<Language, object>
