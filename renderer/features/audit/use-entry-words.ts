import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import type { WordsOfEntries } from './entry-words.ts'

/** Staff and visitors, of now and before. */
export function useEverybody() {
  const api = useApi()
  const staff = useQuery(api.people.list.queryOptions({ input: { includeInactive: true } })).data
  const visitors = useQuery(api.people.visitors.queryOptions({ input: {} })).data
  return useMemo(() => [...(staff ?? []), ...(visitors ?? [])], [staff, visitors])
}

/** By field; a list that is not there yet, or no longer has the id, leaves it as it stands. */
function useListedNames() {
  const api = useApi()
  const language = useLanguage()
  const zones = useQuery(api.checklists.current.queryOptions({ input: {} })).data?.zones
  const causes = useQuery(api.rectifications.causes.queryOptions({ input: {} })).data
  const templates = useQuery(api.meetings.templates.queryOptions({ input: {} })).data
  return useMemo(() => {
    const lists = {
      zone: zones,
      cause: causes?.flatMap((group) => [group, ...group.sub]),
      template: templates?.map(({ id, name }) => ({ id, ...name })),
    }
    return new Map(
      Object.entries(lists).map(([field, list]) => [
        field,
        new Map(list?.map((one) => [one.id, textIn(one, language)])),
      ]),
    )
  }, [zones, causes, templates, language])
}

export function useEntryWords(): WordsOfEntries {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const people = useEverybody()
  const listed = useListedNames()
  return useMemo(() => {
    const names = new Map(people.map(({ uid, name }) => [uid, name]))
    return { t, zone, nameOf: (uid) => names.get(uid), listedName: (field, id) => listed.get(field)?.get(id) }
  }, [t, zone, people, listed])
}
