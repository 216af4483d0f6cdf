import { useQuery } from '@tanstack/react-query'
import type { DayPlan } from '../../../../shared/contract/patrols.ts'
import { LEAD_ROLES } from '../../../app/role-sets.ts'
import { useSignedIn } from '../../../app/session.ts'
import { type Api, useApi } from '../../../services/use-client.ts'

const dayOptions = (api: Api, on: string) => api.patrols.day.queryOptions({ input: { on } })

/** The questions of a day with their answers; undefined until known. */
export function useDayConditions(on: string, isWanted = true): DayPlan['askedConditions'] | undefined {
  const { data } = useQuery({ ...dayOptions(useApi(), on), enabled: isWanted })
  return isWanted ? data?.askedConditions : undefined
}

/** Today's questions are on their way: a round that showed itself before them would take the keys meant for them. */
export function useAwaitsQuestions(): boolean {
  const { person, today } = useSignedIn()
  return useQuery({ ...dayOptions(useApi(), today), enabled: LEAD_ROLES.includes(person.role) }).isLoading
}
