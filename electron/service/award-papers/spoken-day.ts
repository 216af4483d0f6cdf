import type { Language } from '../../../shared/messages/language.ts'

/** `2026年10月5日`; in English as it stands. */
export function spokenDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  return language === 'en' ? day : `${year}年${month}月${date}日`
}
