import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { addDays, businessDay } from '../../../shared/domain/business-day.ts'
import { UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatInstant, formatTime } from '../../app/formats.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SOON_MS = 3 * HOUR_MS

type Due = Pick<Rectification, 'dueAt' | 'state'>

/** Overdue first, then by severity, then by what is due sooner. */
export function byWeight(tasks: readonly Rectification[]): Rectification[] {
  const weight = ({ severity }: Rectification) => SEVERITIES.indexOf(severity)
  return [...tasks].sort(
    (a, b) => weight(b) - weight(a) || Number(b.isOverdue) - Number(a.isOverdue) || a.dueAt - b.dueAt,
  )
}

/** Red only where somebody must act. */
export function taskTone({ severity }: Pick<Rectification, 'severity'>): Tone {
  return ({ minor: 'neutral', major: 'amber', critical: 'red' } as const)[severity]
}

export function dueWords(
  { dueAt, state }: Due,
  now: number,
  zone: string,
  t: Translate,
): { text: string; isLate: boolean } {
  const isRunning = UNFIXED_STATES.includes(state)
  const left = dueAt - now
  if (isRunning && left < 0) {
    const days = Math.floor(-left / DAY_MS)
    const text =
      days > 0
        ? t('rectifications.due.overdueDays', { count: days })
        : t('rectifications.due.overdueHours', { time: clockOf(-left) })
    return { text, isLate: true }
  }
  if (isRunning && left < SOON_MS) return { text: t('rectifications.due.left', { time: clockOf(left) }), isLate: false }
  const day = businessDay(dueAt, zone)
  const today = businessDay(now, zone)
  const time = formatTime(dueAt, zone)
  if (day === today) return { text: t('rectifications.due.today', { time }), isLate: false }
  if (day === addDays(today, 1)) return { text: t('rectifications.due.tomorrow', { time }), isLate: false }
  return { text: formatInstant(dueAt, zone).slice(5), isLate: false }
}

/** `1:12`. */
function clockOf(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
