import type { Rectification, TaskState } from '../../../shared/contract/rectifications.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatInstant, formatTime } from '../../app/formats.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SOON_MS = 3 * HOUR_MS

/** Red only where somebody must act: critical and not yet fixed. */
export function severityTone({ severity, state }: Pick<Rectification, 'severity' | 'state'>): Tone {
  if (!UNFIXED_STATES.includes(state) && state !== 'submitted') return 'neutral'
  return ({ minor: 'neutral', major: 'amber', critical: 'red' } as const)[severity]
}

const STATE_TONES: Partial<Record<TaskState, Tone>> = {
  submitted: 'blue',
  returned: 'amber',
  reopened: 'amber',
  escalated: 'amber',
  verified: 'pine',
  closed: 'pine',
}

export function stateTone(state: TaskState): Tone {
  return STATE_TONES[state] ?? 'neutral'
}

/** `1:12`, for less than a day. */
function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export interface DueText {
  /** How far away; empty once the owner's clock has stopped. */
  relative: string
  /** `11-20 17:00`, with the year where it is another; empty where the relative form already says it. */
  absolute: string
  isLate: boolean
}

export function dueText(
  task: Pick<Rectification, 'dueAt' | 'state'>,
  now: number,
  zone: string,
  t: Translate,
): DueText {
  const { dueAt, state } = task
  const absolute = shortInstant(dueAt, now, zone)
  if (!UNFIXED_STATES.includes(state)) return { relative: '', absolute, isLate: false }
  const left = dueAt - now
  if (left < 0) {
    const days = Math.floor(-left / DAY_MS)
    const relative =
      days > 0
        ? t('rectifications.due.overdueDays', { count: days })
        : t('rectifications.due.overdueHours', { time: hoursAndMinutes(-left) })
    return { relative, absolute, isLate: true }
  }
  if (left < SOON_MS) {
    return { relative: t('rectifications.due.left', { time: hoursAndMinutes(left) }), absolute, isLate: false }
  }
  const time = formatTime(dueAt, zone)
  const day = businessDay(dueAt, zone)
  if (day === businessDay(now, zone)) {
    return { relative: t('rectifications.due.today', { time }), absolute: '', isLate: false }
  }
  if (day === businessDay(now + DAY_MS, zone)) {
    return { relative: t('rectifications.due.tomorrow', { time }), absolute: '', isLate: false }
  }
  const count = Math.ceil(left / DAY_MS)
  return { relative: t('rectifications.due.leftDays', { count }), absolute, isLate: false }
}

/** `11-20 17:00`, or `2025-11-20 17:00` in another year. */
export function shortInstant(at: number, now: number, zone: string): string {
  const text = formatInstant(at, zone)
  return text.slice(0, 4) === businessDay(now, zone).slice(0, 4) ? text.slice(5) : text
}

export function queueName(queue: NonNullable<Rectification['owner']['queue']>, t: Translate): string {
  return queue === 'device-keeper' || queue === 'safety-officer' ? t(`duties.${queue}`) : t(`posts.${queue}`)
}

export function ownerName({ person, queue, text }: Rectification['owner'], t: Translate): string {
  if (person) return person.name
  if (queue) return queueName(queue, t)
  return text ?? t('rectifications.nobody')
}

/** Own items and zones may have no English yet. */
export function textIn({ zh, en }: { zh: string; en: string }, language: Language): string {
  return language === 'en' && en.trim() !== '' ? en : zh
}
