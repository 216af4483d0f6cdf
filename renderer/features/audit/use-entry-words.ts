import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import type { WordsOfEntries } from './entry-words.ts'

/** Staff and visitors, of now and before. */
export function useEverybody() {
  const api = useApi()
  const staff = useQuery(api.people.list.queryOptions({ input: { includeInactive: true } })).data
  const visitors = useQuery(api.people.visitors.queryOptions({ input: {} })).data
  return useMemo(() => [...(staff ?? []), ...(visitors ?? [])], [staff, visitors])
}

export function useEntryWords(): WordsOfEntries {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const people = useEverybody()
  return useMemo(() => {
    const names = new Map(people.map(({ uid, name }) => [uid, name]))
    return { t, zone, nameOf: (uid) => names.get(uid) }
  }, [t, zone, people])
}
