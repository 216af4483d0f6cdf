import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'

export type AwardWords = ReturnType<typeof useAwardWords>

/** The shipped rules, fetched once, and their words in the reader's language. */
export function useAwardWords() {
  const language = useLanguage()
  const rules = useQuery({ ...useApi().awards.rules.queryOptions({ input: {} }), staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => {
    const text = (words: { zh: string; en: string }) => textIn(words, language)
    const kinds = new Map((rules.data?.kinds ?? []).map((kind) => [kind.id, kind]))
    const sources = new Map((rules.data?.sources ?? []).map((source) => [source.id, source]))
    return {
      rules,
      text,
      kindOf: (id: string) => kinds.get(id),
      kind: (id: string) => text(kinds.get(id) ?? { zh: id, en: id }),
      source: (id: string) => text(sources.get(id) ?? { zh: id, en: id }),
    }
  }, [rules, language])
}
