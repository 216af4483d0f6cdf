import type { Language } from './language.ts'

/** Own items and zones may have no English yet. */
export function textIn({ zh, en }: { zh: string; en: string }, language: Language): string {
  return language === 'en' && en.trim() !== '' ? en : zh
}
