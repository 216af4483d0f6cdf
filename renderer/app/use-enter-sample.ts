import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SampleProgress } from '../../shared/contract/workspaces.ts'
import { useApi } from '../services/use-client.ts'
import { useEnterWorkspace } from './session.ts'

const ASK_MS = 300

export interface SampleEntry {
  enter(): void
  cancel(): void
  isPending: boolean
  /** Null before the first day is written, and where the sample was there already. */
  progress: SampleProgress | null
  error: Error | null
}

/** The first visit writes the sample outlet, which takes a while: how far it is, and how to stop it. */
export function useEnterSample(meta?: { showsFailure: true }): SampleEntry {
  const stop = useRef<AbortController>(undefined)
  const enterWorkspace = useEnterWorkspace()
  const mutation = useMutation({
    mutationFn: async () => {
      stop.current = new AbortController()
      const { signal } = stop.current
      await enterWorkspace('sample', signal).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    },
    ...(meta && { meta: { ...meta } }),
  })
  const { isPending } = mutation
  const options = useApi().workspaces.sampleProgress.queryOptions({ input: {} })
  const { data } = useQuery({ ...options, enabled: isPending, refetchInterval: ASK_MS, gcTime: 0, retry: false })
  return {
    enter: () => mutation.mutate(),
    cancel: () => stop.current?.abort(),
    isPending,
    progress: isPending ? (data ?? null) : null,
    error: mutation.error,
  }
}
