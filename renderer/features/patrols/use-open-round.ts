import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { STAFF_ROLES } from '../../app/role-sets.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'
import { roundMode } from './wording.ts'

export function showRound(uid: string, more: Record<string, string> = {}): void {
  navigate('/patrols', { round: uid, ...more })
}

const STARTABLE: readonly string[] = ['due', 'late']

/** Starts a round, or goes on with a running one, and shows it. */
export function useStartRound(): { start: (uid: string) => void; isStarting: boolean } {
  const api = useApi()
  const cache = useQueryClient()
  const start = useMutation(api.patrols.start.mutationOptions())
  return {
    isStarting: start.isPending,
    start: (uid) =>
      start.mutate(
        { uid },
        {
          onSuccess(sheet) {
            cache.setQueryData(api.patrols.sheet.queryKey({ input: { uid } }), sheet)
            showRound(uid)
          },
        },
      ),
  }
}

/** Opens a round's screen; one that is due starts at once. */
export function useOpenRound(): { open: (patrol: PatrolSummary) => void; isOpening: boolean } {
  const { person } = useSignedIn()
  const { start, isStarting } = useStartRound()

  function open(patrol: PatrolSummary): void {
    const mayStart = STAFF_ROLES.includes(person.role) && STARTABLE.includes(patrol.state)
    if (roundMode(patrol) === 'unopened' && mayStart) start(patrol.uid)
    else showRound(patrol.uid)
  }
  return { open, isOpening: isStarting }
}
