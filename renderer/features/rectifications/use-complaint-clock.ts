import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ComplaintClock } from '../../../shared/contract/complaint-clocks.ts'
import { useApi } from '../../services/use-client.ts'

/** The acts of one complaint's clock; each answers with the newest one. */
export function useComplaintClock(taskUid: string) {
  const api = useApi()
  const cache = useQueryClient()
  const ends = {
    meta: { showsFailure: true },
    onSuccess: (clock: ComplaintClock) =>
      cache.setQueryData(api.complaintClocks.card.queryKey({ input: { taskUid } }), clock),
    onError: () => void cache.invalidateQueries({ queryKey: api.complaintClocks.key() }),
  }
  return {
    acknowledge: useMutation(api.complaintClocks.acknowledge.mutationOptions(ends)),
    extend: useMutation(api.complaintClocks.extend.mutationOptions(ends)),
    decide: useMutation(api.complaintClocks.decide.mutationOptions(ends)),
  }
}
