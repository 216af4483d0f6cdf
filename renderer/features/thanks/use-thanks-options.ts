import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ThanksValue } from '../../../shared/contract/thanks.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'

const NONE: readonly ThanksValue[] = []

/** What the form offers; the first value stands until one has been used. */
export function useThanksOptions() {
  const { data } = useQuery(useApi().thanks.options.queryOptions({ input: {} }))
  const values = data?.values ?? NONE
  const lastValue = values.find(({ id }) => id === data?.lastValue)?.id ?? values[0]?.id
  return { hasCome: data !== undefined, values, lastValue, leftToday: data?.leftToday, unseen: data?.unseen ?? 0 }
}

/** Values in the reader's language. */
export function useThanksWords() {
  const language = useLanguage()
  const { values } = useThanksOptions()
  return useMemo(() => {
    const names = new Map(values.map(({ id, name }) => [id, textIn(name, language)]))
    return {
      text: (name: { zh: string; en: string }) => textIn(name, language),
      value: (id: string) => names.get(id) ?? id,
    }
  }, [values, language])
}
