import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DemonstrationFormat } from '../../../../shared/contract/demonstration.ts'
import { joinSentences } from '../../../../shared/messages/join-sentences.ts'
import type { Language } from '../../../../shared/messages/language.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeError } from '../../../services/describe-error.ts'
import { useApi, useClient } from '../../../services/use-client.ts'
import { notify } from '../../../ui/toast-store.ts'

const ASK_MS = 300

export interface DemonstrationOrder {
  from: string
  to: string
  clauses: string[] | null
  language: Language
  folder: string
  format: DemonstrationFormat
}

/** Makes one file at a time, says how far it is, and can be stopped. */
export function useMakeDemonstration() {
  const t = useTranslate()
  const api = useApi()
  const client = useClient()
  const [watchId, setWatchId] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  const make = useMutation({
    ...api.demonstration.write.mutationOptions({ meta: { showsFailure: true } }),
    mutationFn(order: DemonstrationOrder) {
      const id = `${Date.now()}-${Math.random().toString(36).slice(2)}`
      stop.current = new AbortController()
      setWatchId(id)
      return client.demonstration.write({ ...order, watchId: id }, { signal: stop.current.signal })
    },
    onError(error) {
      if (stop.current?.signal.aborted) return void notify({ tone: 'note', text: t('demonstration.cancelled') })
      const { what, safe, next } = describeError(error, t)
      notify({ tone: 'failed', text: what, more: joinSentences(safe, next) })
    },
    onSettled: () => setWatchId(undefined),
  })
  const { data: progress } = useQuery({
    ...api.demonstration.progress.queryOptions({ input: { watchId: watchId ?? '' } }),
    enabled: watchId !== undefined,
    refetchInterval: ASK_MS,
    gcTime: 0,
    retry: false,
  })
  return {
    make: make.mutate,
    made: make.data,
    isBusy: make.isPending,
    progress: make.isPending ? (progress ?? { stage: 'waiting' as const, done: 0, of: 0 }) : undefined,
    cancel: () => stop.current?.abort(),
  }
}
