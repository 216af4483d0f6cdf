import type { Language } from './language.ts'

/** How a day is written, in the letters of dayjs. */
export const DAY_TEMPLATES: Record<'day' | 'shortDay' | 'weekday', Record<Language, string>> = {
  /** `2026年11月23日` / `23 November 2026`. */
  day: { 'zh-CN': 'YYYY年M月D日', en: 'D MMMM YYYY' },
  /** `11月23日` / `23 Nov`. */
  shortDay: { 'zh-CN': 'M月D日', en: 'D MMM' },
  /** `周一` / `Mon`. */
  weekday: { 'zh-CN': 'ddd', en: 'ddd' },
}
