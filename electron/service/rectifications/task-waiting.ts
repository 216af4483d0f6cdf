import { businessDay, DAY_MS, instantOf } from '../../../shared/domain/business-day.ts'
import { readCalendar } from '../calendar/index.ts'
import { findItem } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import type { MoveInput } from './move-task.ts'
import { dueAtOf } from './open-task.ts'
import type { NewRectification, RectificationRow } from './rectification-repository.ts'
import { dueRule, readRules } from './rules.ts'
import { refuse } from './task-requirements.ts'

const EVENING_MINUTE = 17 * 60

/** The expected day is the clock from now on; the fix's own rests as it stands. */
export function startWait(
  call: Call,
  task: RectificationRow,
  { waitingFor, expectedOn, temporaryMeasure }: MoveInput,
): Partial<NewRectification> {
  return {
    waiting_for: waitingFor ?? null,
    expected_on: expectedOn ?? null,
    temporary_measure: temporaryMeasure ?? null,
    fix_due_at: task.due_at,
    ...(expectedOn && { due_at: endOf(call, expectedOn) }),
  }
}

/** What was left of the fix's clock when the wait began is left when it ends. */
export function endWait(call: Call, task: RectificationRow): Partial<NewRectification> {
  const waited = Math.max(call.now - task.state_since, 0)
  return {
    waited_ms: task.waited_ms + waited,
    fix_due_at: null,
    ...(task.fix_due_at !== null && { due_at: onOpenDay(call, task, task.fix_due_at + waited) }),
  }
}

export function expectLater(call: Call, { expected_on }: RectificationRow, expectedOn = ''): Partial<NewRectification> {
  if (expectedOn < call.today) refuse('expected-date', 'expectedInPast')
  if (expectedOn === expected_on) refuse('expected-date', 'expectedSame')
  return { expected_on: expectedOn, due_at: endOf(call, expectedOn) }
}

/** Whole days spent waiting, the present wait included. */
export function waitedDays({ state, state_since, waited_ms }: RectificationRow, now: number): number {
  return Math.floor((waited_ms + (state === 'waiting' ? Math.max(now - state_since, 0) : 0)) / DAY_MS)
}

/** A decision from above starts the clock anew, as if the fault were found now. */
export function dueAfterDecision(call: Call, task: RectificationRow): number {
  return dueAtOf(call, task.severity, findItem(call.database, task.item_no), call.now)
}

/** The close of that day, or its evening where the outlet is shut. */
function endOf(call: Call, day: string): number {
  const calendar = readCalendar(call.ports)
  return instantOf(day, calendar.hoursOf(day)?.close ?? EVENING_MINUTE, calendar.zone)
}

function onOpenDay(call: Call, { severity }: RectificationRow, at: number): number {
  if (dueRule(readRules(call.ports.content), severity).clock === 'round-the-clock') return at
  const calendar = readCalendar(call.ports)
  let moved = at
  for (let days = 0; days < 366 && !calendar.isOpen(businessDay(moved, calendar.zone)); days++) moved += DAY_MS
  return moved
}
