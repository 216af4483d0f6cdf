import type { Meeting } from '../../../shared/contract/meetings.ts'
import { callsRoll } from '../../../shared/domain/roll-call.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'

/** Who is there, that nobody has called the roll yet, or that nobody will. */
export function quorumText(
  { meeting, template, quorum }: Pick<Meeting, 'meeting' | 'template' | 'quorum'>,
  t: Translate,
): string {
  const { present, due } = quorum
  if (meeting.isCalled) return t('meetings.run.quorum', { present, due })
  return t(callsRoll(template) ? 'meetings.run.notCalled' : 'meetings.run.noRoll', { due })
}
