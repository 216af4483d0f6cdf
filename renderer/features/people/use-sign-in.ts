import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { SignInChoice } from '../../../shared/contract/people.ts'
import { navigate } from '../../app/route-store.ts'
import { seatStore } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'

export type SignInPerson = z.infer<typeof SignInChoice>

export interface Refusal {
  triesLeft: number
  retryAt: number | null
}

export function useSignInChoices() {
  return useQuery(useApi().people.signInChoices.queryOptions({ input: {} }))
}

/** Tries a PIN; a right one opens the console by itself, because the session changes. */
export function useSignIn() {
  const api = useApi()
  const cache = useQueryClient()
  const [refusal, setRefusal] = useState<Refusal>()
  const attempt = useMutation(
    api.people.signIn.mutationOptions({
      meta: { showsFailure: true },
      onSuccess(result) {
        if (result.outcome === 'refused') return setRefusal(result)
        const { lastPersonUid } = seatStore.getState()
        if (lastPersonUid !== undefined && lastPersonUid !== result.session.person?.uid) navigate('/')
        seatStore.setState({ nextPersonUid: undefined })
        cache.setQueryData(api.people.session.queryKey({ input: {} }), result.session)
      },
    }),
  )
  return { attempt, refusal, forgetRefusal: () => setRefusal(undefined) }
}
