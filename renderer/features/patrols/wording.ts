import type { AnswerValue, PatrolState, PatrolSummary } from '../../../shared/contract/patrols.ts'
import { zoneOffset } from '../../../shared/domain/business-day.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatTime } from '../../app/formats.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

export { formatRate } from '../../../shared/domain/rate-text.ts'

export function roundTitle({ kind, round }: Pick<PatrolSummary, 'kind' | 'round'>, t: Translate): string {
  const name = t(`patrols.rounds.${round}`)
  return t(kind === 'recheck' ? 'patrols.recheckTitle' : 'patrols.roundTitle', { round: name })
}

/** `07:50–08:25`; a re-check has no window, only a beginning. */
export function windowText(
  { kind, windowStart, windowEnd }: Pick<PatrolSummary, 'kind' | 'windowStart' | 'windowEnd'>,
  zone: string,
  t: Translate,
): string {
  const start = formatTime(windowStart, zone)
  return kind === 'recheck' ? t('patrols.windowFrom', { time: start }) : `${start}–${formatTime(windowEnd, zone)}`
}

export const STATE_TONES: Record<PatrolState, Tone> = {
  planned: 'neutral',
  due: 'blue',
  running: 'pine',
  late: 'red',
  submitted: 'pine',
  missed: 'red',
  returned: 'amber',
}

export const ANSWER_TONES: Record<AnswerValue, Tone> = {
  pass: 'pine',
  fixed: 'amber',
  fail: 'red',
  na: 'neutral',
  'not-seen': 'neutral',
}

/** `07:58:41` on the outlet's clock. */
export function formatSeconds(at: number, zone: string): string {
  return new Date(at + zoneOffset(at, zone)).toISOString().slice(11, 19)
}

/** `11-19`. */
export function monthDay(day: string): string {
  return day.slice(5)
}

/** Open: answers may be given. Closed: submitted; only corrections. Unopened: nobody started it. */
export function roundMode({ state, submittedAt, openedAt }: PatrolSummary): 'unopened' | 'open' | 'closed' {
  if (state === 'returned') return 'open'
  if (submittedAt !== null) return 'closed'
  return openedAt === null ? 'unopened' : 'open'
}
