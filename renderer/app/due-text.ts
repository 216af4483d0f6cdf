import type { Rectification } from '../../shared/contract/rectifications.ts'
import { addDays, businessDay, DAY_MS, daysApart } from '../../shared/domain/business-day.ts'
import { UNFIXED_STATES } from '../../shared/domain/task-states.ts'
import type { Translate } from '../../shared/messages/message-key.ts'
import { formatTime, shortInstant } from './formats.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SOON_MS = 3 * HOUR_MS

type Due = Pick<Rectification, 'dueAt' | 'state'>

export interface DueText {
  /** How far away; empty once the owner's clock has stopped. */
  relative: string
  /** `11-20 17:00`, with the year where it is another; empty where the relative form already says it. */
  absolute: string
  isLate: boolean
}

export function dueText({ dueAt, state }: Due, now: number, zone: string, t: Translate): DueText {
  const absolute = shortInstant(dueAt, now, zone)
  if (!UNFIXED_STATES.includes(state)) return { relative: '', absolute, isLate: false }
  const isLate = dueAt < now
  const countdown = countdownWords(dueAt - now, t)
  if (countdown) return { relative: countdown, absolute, isLate }
  const day = dayWords(dueAt, now, zone, t)
  if (day) return { relative: day, absolute: '', isLate }
  const count = daysApart(businessDay(now, zone), businessDay(dueAt, zone))
  return { relative: t('rectifications.due.leftDays', { count }), absolute, isLate }
}

/** In one short word: how long still, else the day and time. */
export function shortDueText(
  { dueAt, state }: Due,
  now: number,
  zone: string,
  t: Translate,
): { text: string; isLate: boolean } {
  const isRunning = UNFIXED_STATES.includes(state)
  const countdown = isRunning ? countdownWords(dueAt - now, t) : undefined
  return {
    text: countdown ?? dayWords(dueAt, now, zone, t) ?? shortInstant(dueAt, now, zone),
    isLate: isRunning && dueAt < now,
  }
}

/** Where it is late or due within hours. */
function countdownWords(left: number, t: Translate): string | undefined {
  if (left >= SOON_MS) return undefined
  if (left >= 0) return t('rectifications.due.left', { time: hoursAndMinutes(left) })
  const days = Math.floor(-left / DAY_MS)
  return days > 0
    ? t('rectifications.due.overdueDays', { count: days })
    : t('rectifications.due.overdueHours', { time: hoursAndMinutes(-left) })
}

function dayWords(dueAt: number, now: number, zone: string, t: Translate): string | undefined {
  const time = formatTime(dueAt, zone)
  const day = businessDay(dueAt, zone)
  const today = businessDay(now, zone)
  if (day === today) return t('rectifications.due.today', { time })
  return day === addDays(today, 1) ? t('rectifications.due.tomorrow', { time }) : undefined
}

/** `1:12`, for less than a day. */
function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
