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
