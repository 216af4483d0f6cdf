import type { Rectification, RectificationCard, RedoStep, TaskState } from '../../../shared/contract/rectifications.ts'
import { UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { formatShortDay } from '../../app/formats.ts'
import { SEVERITY_TONES } from '../../app/severity-tones.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** Red only where somebody must act: critical and not yet fixed. */
export function severityTone({ severity, state }: Pick<Rectification, 'severity' | 'state'>): Tone {
  if (!UNFIXED_STATES.includes(state) && state !== 'submitted') return 'neutral'
  return SEVERITY_TONES[severity]
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

export function queueName(queue: NonNullable<Rectification['owner']['queue']>, t: Translate): string {
  return queue === 'device-keeper' || queue === 'safety-officer' ? t(`duties.${queue}`) : t(`posts.${queue}`)
}

export function ownerName({ person, queue, text }: Rectification['owner'], t: Translate): string {
  if (person) return person.name
  if (queue) return queueName(queue, t)
  return text ?? t('rectifications.nobody')
}

/** Why the work came back, until it is handed in again. */
export function lastReturn(timeline: RectificationCard['timeline']) {
  const handedIn = timeline.findLastIndex(({ from, to }) => from !== to && to === 'submitted')
  return timeline.slice(handedIn + 1).findLast(({ to, note }) => to === 'returned' && note)
}

/** 等厂家王工到 11-30，已等 3 天 */
export function waitingText(
  { for: who, expectedOn, days }: NonNullable<Rectification['waiting']>,
  language: Language,
  t: Translate,
): string {
  return expectedOn
    ? t('rectifications.waitingUntil', { who, day: formatShortDay(expectedOn, language), count: days })
    : t('rectifications.waitingFor', { who, count: days })
}

export function redoNames(steps: readonly RedoStep[], t: Translate): string {
  return steps.map((step) => t(`rectifications.redo.${step}`)).join(t('rectifications.redoJoin'))
}
