import { useMemo } from 'react'
import type { Checklist } from '../../../shared/contract/checklists.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'

/** Names of what the outlet's checklist holds, in the language on screen. */
export interface ChecklistWords {
  t: Translate
  language: Language
  /** English where there is one and it is asked for. */
  pick(zh: string, en: string): string
  zone(id: string): string
  condition(id: string): string
  tag(id: string): string
  indicator(id: string): string
}

type Named = Pick<Checklist, 'zones' | 'conditions'> & Partial<Pick<Checklist, 'tags' | 'indicators'>>

export function useWords(checklist: Named | undefined): ChecklistWords {
  const t = useTranslate()
  const language = useLanguage()
  return useMemo(() => wordsOf(checklist, t, language), [checklist, t, language])
}

export function wordsOf(checklist: Named | undefined, t: Translate, language: Language): ChecklistWords {
  const pick = (zh: string, en: string) => textIn({ zh, en }, language)
  const nameIn = (all: readonly { id: string; zh: string; en: string }[] | undefined, id: string) => {
    const found = all?.find((one) => one.id === id)
    return found ? pick(found.zh, found.en) : id
  }
  return {
    t,
    language,
    pick,
    zone: (id) => nameIn(checklist?.zones, id),
    condition: (id) => nameIn(checklist?.conditions, id),
    tag: (id) => nameIn(checklist?.tags, id),
    indicator: (id) => nameIn(checklist?.indicators, id),
  }
}
