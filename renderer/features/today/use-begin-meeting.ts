import { useMutation } from '@tanstack/react-query'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useApi } from '../../services/use-client.ts'

export function showMeeting({ uid }: Pick<MeetingStage, 'uid'>): void {
  navigate('/meetings', uid ? { meeting: uid } : {})
}

/** Begins a meeting as it is proposed, after one with too few the short one, for its host and for leads; every other, and any other state, is shown. */
export function useBeginMeeting(): { begin: (meeting: MeetingStage) => void; isBeginning: boolean } {
  const { person } = useSignedIn()
  const { mutate, isPending } = useMutation(useApi().meetings.begin.mutationOptions())

  function begin(meeting: MeetingStage): void {
    if (isPending) return
    const { kind, state, begins, host } = meeting
    const isTime = state === 'due' || state === 'late' || state === 'not-held'
    const mayBegin = LEAD_ROLES.includes(person.role) || host?.uid === person.uid
    if (!isTime || !mayBegin || begins === null || host === null) showMeeting(meeting)
    else
      mutate(
        { kind, templateId: begins.templateId, host: host.uid },
        { onSuccess: ({ meeting: begun }) => showMeeting(begun) },
      )
  }
  return { begin, isBeginning: isPending }
}
