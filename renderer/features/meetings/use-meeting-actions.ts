import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'

export function useMeetingDay() {
  return useQuery(useApi().meetings.day.queryOptions({ input: {} }))
}

export function useMayWrite(): boolean {
  const { person } = useSignedIn()
  return STAFF_ROLES.includes(person.role)
}

/** Steps on and back. Every press counts, also while an earlier one is on its way. */
export function useGoTo({ meeting, position, count }: { meeting: string; position: number; count: number }) {
  const api = useApi()
  const cache = useQueryClient()
  const key = api.meetings.read.queryKey({ input: { meeting } })
  const wanted = useRef<number | undefined>(undefined)
  const goTo = useMutation(
    api.meetings.goTo.mutationOptions({
      onSuccess(answer) {
        cache.setQueryData(key, (before) => before && { ...before, ...answer })
        void cache.invalidateQueries({ queryKey: [['meetings', 'wall']] })
      },
      onError() {
        wanted.current = undefined
      },
    }),
  )
  // Until the page shows it: a press in between counts from where the meeting already is.
  useEffect(() => {
    if (wanted.current === position) wanted.current = undefined
  }, [position])
  function to(next: number) {
    if (next < 0 || next >= count || next === (wanted.current ?? position)) return
    wanted.current = next
    goTo.mutate({ meeting, position: next })
  }
  return { to, go: (by: number) => to((wanted.current ?? position) + by) }
}
