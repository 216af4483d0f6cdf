import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import type { MeetingSummary } from '../../../shared/contract/meetings.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** How a meeting stands, in a word. */
export function stateTag({ state, endedAt }: Pick<MeetingSummary, 'state' | 'endedAt'>): {
  key: MessageKey
  tone: Tone
} {
  if (state === 'signed') return { key: 'meetings.state.signed', tone: 'pine' }
  if (state === 'dropped') return { key: 'meetings.state.dropped', tone: 'neutral' }
  return endedAt === null
    ? { key: 'meetings.state.draft', tone: 'blue' }
    : { key: 'meetings.state.ended', tone: 'amber' }
}

/** Whether something can become of a line: one that stood open in a meeting may have ended since. */
export const isStillOpen = ({ state, endedAt }: Pick<MeetingLine, 'state' | 'endedAt'>) =>
  state === 'open' && endedAt === null
