import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { joinSentences } from '../../shared/messages/join-sentences.ts'
import type { Connection } from '../services/connection.ts'
import { describeError } from '../services/describe-error.ts'
import { followChanges } from '../services/live-events.ts'
import { createQueryClient } from '../services/query-client.ts'
import { notify } from '../ui/toast-store.ts'
import { i18n } from './language.ts'
import { createRefresher } from './refresh-after.ts'

/** The cache of all records, with failures of commands said in the corner. */
export function createLiveCache(): QueryClient {
  const cache = createQueryClient({
    onCommandFailed(error) {
      const { what, safe, next } = describeError(error, (key, params) => i18n.t(key, params ?? {}))
      notify({ tone: 'failed', text: what, more: joinSentences(safe, next) })
    },
    onSignedOut: () => void cache.invalidateQueries({ queryKey: [['people', 'session']] }),
  })
  return cache
}

/** Follows what the service says has changed. `seat` names person and outlet: another one is another stream. */
export function useFollowChanges(connection: Connection, seat: string | undefined): void {
  const cache = useQueryClient()
  useEffect(() => {
    if (seat === undefined) return
    return followChanges(connection, createRefresher(cache), () => void cache.invalidateQueries())
  }, [cache, connection, seat])
}
