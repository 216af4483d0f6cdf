import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccountabilityCard } from '../../../shared/contract/accountability.ts'
import { useApi } from '../../services/use-client.ts'

export function useAccountability(taskUid: string) {
  const api = useApi()
  const cache = useQueryClient()
  const ends = {
    meta: { showsFailure: true },
    onSuccess: (card: AccountabilityCard) =>
      cache.setQueryData(api.accountability.card.queryKey({ input: { taskUid } }), card),
  }
  return {
    decide: useMutation(api.accountability.decide.mutationOptions(ends)),
    answer: useMutation(api.accountability.answer.mutationOptions(ends)),
    reply: useMutation(api.accountability.reply.mutationOptions(ends)),
  }
}
