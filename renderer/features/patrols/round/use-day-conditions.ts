import { useQuery } from '@tanstack/react-query'
import type { DayPlan } from '../../../../shared/contract/patrols.ts'
import { useApi } from '../../../services/use-client.ts'

/** The questions of a day with their answers; undefined until known. */
export function useDayConditions(on: string, isWanted = true): DayPlan['askedConditions'] | undefined {
  const { data } = useQuery({ ...useApi().patrols.day.queryOptions({ input: { on } }), enabled: isWanted })
  return isWanted ? data?.askedConditions : undefined
}
