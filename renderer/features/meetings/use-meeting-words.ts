import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'

/** Words in the reader's language: of bilingual texts, of zones by id. */
export function useMeetingWords() {
  const language = useLanguage()
  const { data } = useQuery(useApi().checklists.current.queryOptions({ input: {} }))
  return useMemo(() => {
    const zones = new Map((data?.zones ?? []).map((zone) => [zone.id, textIn(zone, language)]))
    return {
      language,
      text: (words: { zh: string; en: string }) => textIn(words, language),
      zone: (id: string) => zones.get(id) ?? id,
    }
  }, [data, language])
}
