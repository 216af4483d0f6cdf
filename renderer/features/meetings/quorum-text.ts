import type { Meeting } from '../../../shared/contract/meetings.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'

/** Who is there, or that nobody has called the roll yet. */
export function quorumText({ meeting, quorum }: Pick<Meeting, 'meeting' | 'quorum'>, t: Translate): string {
  const { present, due } = quorum
  return meeting.isCalled ? t('meetings.run.quorum', { present, due }) : t('meetings.run.notCalled', { due })
}
