import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatTime } from '../../app/formats.ts'
import { roundTitle } from '../patrols/index.ts'
import type { DayStage } from './day-stages.ts'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

interface Words {
  now: number
  zone: string
  t: Translate
  language: Language
}

/** On the button that starts what is next. */
export function startText(next: DayStage, { t, language }: Words): string {
  if ('meeting' in next) {
    const { state } = next.meeting
    const act = state === 'running' ? 'goOn' : state === 'draft' ? 'sign' : 'start'
    return t(`today.meeting.${act}`, { name: textIn(next.meeting.name, language) })
  }
  const isUnderWay = next.patrol.state === 'running' || next.patrol.state === 'returned'
  return t(isUnderWay ? 'today.goOn' : 'today.start', { round: roundTitle(next.patrol, t) })
}

/** The line beside the greeting: what to do now or next. */
export function leadOf(day: DayPlan, next: DayStage | undefined, words: Words): string {
  if (next) return 'meeting' in next ? leadOfMeeting(next.meeting, words) : leadOfRound(next.patrol, words)
  if (day.patrols.length === 0) return ''
  return words.t(day.patrols.some(({ state }) => state === 'missed') ? 'today.next.missed' : 'today.next.done')
}

function leadOfMeeting({ state, name, windowStart, windowEnd }: MeetingStage, words: Words): string {
  const { zone, t, language } = words
  const known = state === 'due' || state === 'running' || state === 'draft' || state === 'not-held' ? state : 'planned'
  return t(`today.meeting.${known}`, {
    name: textIn(name, language),
    time: formatTime(known === 'planned' ? windowStart : windowEnd, zone),
    left: leftText(windowStart, words),
  })
}

function leadOfRound(patrol: PatrolSummary, words: Words): string {
  const { state, figures, windowStart, windowEnd } = patrol
  const answered = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  const known = state === 'submitted' || state === 'missed' ? 'done' : state
  return words.t(`today.next.${known}`, {
    round: roundTitle(patrol, words.t),
    count: figures.due - answered,
    time: formatTime(state === 'planned' ? windowStart : windowEnd, words.zone),
    left: leftText(windowStart, words),
  })
}

function leftText(at: number, { now, t }: Words): string {
  const minutes = Math.max(0, Math.ceil((at - now) / MINUTE_MS))
  return minutes < 2 * HOUR_MINUTES
    ? t('today.minutes', { count: minutes })
    : t('today.hours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES })
}
