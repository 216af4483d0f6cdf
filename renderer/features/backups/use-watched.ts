import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BackupProgress } from '../../../shared/contract/backups.ts'
import { useApi } from '../../services/use-client.ts'

const ASK_MS = 300

export interface Watched {
  /** What a call is given so that it can be watched and stopped. */
  begin(): { watchId: string; signal: AbortSignal }
  end(): void
  cancel(): void
  wasCancelled(): boolean
  progress: BackupProgress | undefined
}

/** One long call at a time: how far it is, and how to stop it. Before anybody can sign in, `recovery` tells it. */
export function useWatched(feature: 'backups' | 'recovery' = 'backups'): Watched {
  const [watchId, setWatchId] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  const options = useApi()[feature].progress.queryOptions({ input: { watchId: watchId ?? '' } })
  const isUnderWay = watchId !== undefined
  const { data } = useQuery({ ...options, enabled: isUnderWay, refetchInterval: ASK_MS, gcTime: 0, retry: false })
  return {
    begin() {
      const id = `${Date.now()}-${Math.random().toString(36).slice(2)}`
      stop.current = new AbortController()
      setWatchId(id)
      return { watchId: id, signal: stop.current.signal }
    },
    end: () => setWatchId(undefined),
    cancel: () => stop.current?.abort(),
    wasCancelled: () => stop.current?.signal.aborted ?? false,
    progress: isUnderWay ? (data ?? { stage: 'waiting', done: 0, of: 0 }) : undefined,
  }
}
