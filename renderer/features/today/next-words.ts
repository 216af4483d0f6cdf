import type { OutputOf } from '../../../shared/contract/index.ts'
import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { MeetingStage, today } from '../../../shared/contract/today.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatDay, formatTime } from '../../app/formats.ts'
import { roundTitle } from '../patrols/index.ts'
import type { Act, NextStep } from './day-stages.ts'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

export type NextOpen = OutputOf<typeof today.overview>['nextOpen']

interface Words {
  now: number
  zone: string
  t: Translate
  language: Language
}

/** On the button that starts what is next. */
export function startText(act: Act, { t, language }: Words): string {
  if ('check' in act) return t('today.check', { count: act.count })
  if ('meeting' in act.stage) {
    const { state, name, begins } = act.stage.meeting
    const begun = state === 'not-held' && begins ? begins.name : name
    return t(`today.meeting.${MEETING_ACTS[state] ?? 'start'}`, { name: textIn(begun, language) })
  }
  const { patrol } = act.stage
  const isUnderWay = patrol.openedAt !== null
  return t(isUnderWay ? 'today.goOn' : 'today.start', { round: roundTitle(patrol, t) })
}

const MEETING_ACTS: Partial<Record<MeetingStage['state'], 'goOn' | 'sign' | 'log' | 'startShort'>> = {
  running: 'goOn',
  draft: 'sign',
  missing: 'log',
  'not-held': 'startShort',
}

/** The line beside the greeting: what to do now, or what comes next and when. */
export function leadOf(day: DayPlan, nextOpen: NextOpen, { stage, act }: NextStep, words: Words): string {
  if (!stage && nextOpen) return leadOfClosed(nextOpen, words)
  if (stage) return 'meeting' in stage ? leadOfMeeting(stage.meeting, words) : leadOfRound(stage.patrol, words)
  if (act && 'check' in act) return words.t('today.next.check', { count: act.count })
  if (day.patrols.length === 0) return ''
  return words.t(day.patrols.some(({ state }) => state === 'missed') ? 'today.next.missed' : 'today.next.done')
}

function leadOfClosed({ on, first }: NonNullable<NextOpen>, { zone, t, language }: Words): string {
  const day = formatDay(on, language)
  if (!first) return t('today.next.closed', { day })
  const { round, windowStart } = first
  return t('today.next.closedUntil', {
    ...{ day, round: roundTitle({ kind: 'round', round }, t), time: formatTime(windowStart, zone) },
  })
}

function leadOfMeeting({ state, name, windowStart, windowEnd }: MeetingStage, words: Words): string {
  const { zone, t, language } = words
  const known = state === 'signed' || state === 'explained' ? 'planned' : state
  return t(`today.meeting.${known}`, {
    name: textIn(name, language),
    time: formatTime(known === 'due' ? windowEnd : windowStart, zone),
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
