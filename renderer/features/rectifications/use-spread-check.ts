import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SpreadCard } from '../../../shared/contract/spread-checks.ts'
import { useApi } from '../../services/use-client.ts'

/** The acts of one task's spread check; each answers with the newest card. */
export function useSpreadCheck(taskUid: string) {
  const api = useApi()
  const cache = useQueryClient()
  const show = (card: SpreadCard) => cache.setQueryData(api.spreadChecks.card.queryKey({ input: { taskUid } }), card)
  const refresh = () => void cache.invalidateQueries({ queryKey: api.spreadChecks.key() })
  const ends = { meta: { showsFailure: true }, onError: refresh }
  const start = useMutation(api.spreadChecks.start.mutationOptions({ ...ends, onSuccess: show }))
  const addSpot = useMutation(api.spreadChecks.addSpot.mutationOptions({ ...ends, onSuccess: show }))
  const check = useMutation(api.spreadChecks.check.mutationOptions({ ...ends, onSuccess: show }))
  const finish = useMutation(api.spreadChecks.finish.mutationOptions({ ...ends, onSuccess: refresh }))
  const failure = start.error ?? addSpot.error ?? check.error ?? finish.error ?? undefined
  return { start, addSpot, check, finish, failure }
}
