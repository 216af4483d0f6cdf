import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'
import { renew } from './renew.ts'

export function useMeetingDay() {
  return useQuery(useApi().meetings.day.queryOptions({ input: {} }))
}

export function useMayWrite(): boolean {
  const { person } = useSignedIn()
  return STAFF_ROLES.includes(person.role)
}

interface AtStep {
  meeting: string
  position: number
  count: number
}

/** Steps on and back. Every press counts, also while an earlier one is on its way. */
export function useGoTo(at: AtStep) {
  const api = useApi()
  const cache = useQueryClient()
  const key = api.meetings.read.queryKey({ input: { meeting: at.meeting } })
  const { turn, forget } = useWanted(at)
  const goTo = useMutation(
    api.meetings.goTo.mutationOptions({
      onSuccess(answer) {
        renew(cache, key, () => cache.setQueryData(key, (before) => before && { ...before, ...answer }))
        void cache.invalidateQueries({ queryKey: [['meetings', 'wall']] })
      },
      onError: forget,
    }),
  )
  return turn(goTo.mutate)
}

/** The same on the wall, which is answered with the screen of the step. */
export function useWallGoTo(at: AtStep) {
  const api = useApi()
  const cache = useQueryClient()
  const key = api.meetings.wall.queryKey({ input: {} })
  const { turn, forget } = useWanted(at)
  const wallTo = useMutation(
    api.meetings.wallTo.mutationOptions({
      onSuccess: (screen) => renew(cache, key, () => cache.setQueryData(key, screen)),
      onError: forget,
    }),
  )
  return turn(wallTo.mutate)
}

function useWanted({ meeting, position, count }: AtStep) {
  const wanted = useRef<number | undefined>(undefined)
  // Until the page shows it: a press in between counts from where the meeting already is.
  useEffect(() => {
    if (wanted.current === position) wanted.current = undefined
  }, [position])
  const turn = (send: (to: { meeting: string; position: number }) => void) => {
    const to = (next: number) => {
      if (next < 0 || next >= count || next === (wanted.current ?? position)) return
      wanted.current = next
      send({ meeting, position: next })
    }
    return { to, go: (by: number) => to((wanted.current ?? position) + by) }
  }
  const forget = () => {
    wanted.current = undefined
  }
  return { turn, forget }
}
