import { useMemo } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { AnswerValue } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'

const MOST = 9

/** The item's own sentences first, then those that fit the answer. */
export function usePhrases(item: ChecklistItem, value: AnswerValue | undefined): string[] {
  const t = useTranslate()
  return useMemo(() => {
    const kind = value === undefined || value === 'pass' ? 'fail' : value
    const general = value === 'pass' ? [] : t(`patrols.phrases.${kind}`).split('|')
    return [...new Set([...(item.phrases ?? []), ...general])].slice(0, MOST)
  }, [t, item.phrases, value])
}
