import type { Notice } from '../../../shared/contract/notices.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

export type NoticeState = 'waiting' | 'late' | 'passed' | 'known' | 'withdrawn'

export const STATE_TONES: Readonly<Record<NoticeState, Tone>> = {
  waiting: 'blue',
  late: 'red',
  passed: 'neutral',
  known: 'pine',
  withdrawn: 'neutral',
}

/** `today` is a local business day. */
export function stateOf(
  { withdrawnReason, passedAt, passBy, knownBy, staffCount }: Notice,
  today: string,
): NoticeState {
  if (withdrawnReason !== null) return 'withdrawn'
  if (knownBy >= staffCount) return 'known'
  if (passedAt !== null) return 'passed'
  return passBy !== null && passBy < today ? 'late' : 'waiting'
}
