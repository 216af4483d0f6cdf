import type { Rule } from '../../../shared/contract/rectifications.ts'
import { businessDaysSince } from '../../../shared/domain/business-clock.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { type OutletCalendar, readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { logStep } from './open-task.ts'
import { type RectificationRow, selectTasks, updateTask } from './rectification-repository.ts'
import { type Rules, readRules, reminderRule } from './rules.ts'
import { endWait } from './task-waiting.ts'

const HOUR_MS = 3_600_000
/** Of what is given out or to be; a returned one is being worked on again. */
const REMINDED = "'found', 'assigned', 'doing', 'waiting', 'returned'"
/** A short time is not reminded of in its first three quarters. */
const SOON_PART = 4
const MOST_AT_ONCE = 1000

/** Where the next look goes on: so many are looked at in one, and those overdue the longest must not shut the others out. */
const lookedAt = new WeakMap<Call['database'], { dueAt: number; id: number }>()
const START = { dueAt: 0, id: 0 }

/** How far a due time has come: nothing, soon due, overdue, and one more with every working day after that. */
const SOON = 1
const OVERDUE = 2

/**
 * Reminds of what is due soon or overdue, once for each step that a due time takes: however often this runs, whether the
 * clock was set back, and with one reminder where the console was shut for days. What was reminded of as overdue on an
 * earlier working day and has reached the limit of its severity goes up to the branch.
 */
export function remindTasks(call: Call): void {
  const rules = readRules(call.ports.content)
  const calendar = readCalendar(call.ports)
  const soon = Math.max(...rules.reminders.by_severity.map(({ due_soon_hours }) => due_soon_hours))
  const after = lookedAt.get(call.database) ?? START
  const tasks = selectTasks(
    call.database,
    // An imported row that nobody has touched is history until somebody does.
    `WHERE state IN (${REMINDED}) AND due_at < @until AND (import_id IS NULL OR state_since >= entered_at)
       AND (due_at, id) > (@dueAt, @id) ORDER BY due_at, id LIMIT ${MOST_AT_ONCE}`,
    { until: call.now + soon * HOUR_MS, ...after },
  )
  const last = tasks.length === MOST_AT_ONCE ? tasks.at(-1) : undefined
  lookedAt.set(call.database, last ? { dueAt: last.due_at, id: last.id } : START)
  for (const task of tasks) remind(call, task, rules, calendar)
}

function remind(call: Call, task: RectificationRow, rules: Rules, calendar: OutletCalendar): void {
  const { escalate_after_working_days: limit } = reminderRule(rules, task.severity)
  const step = stepOf(call.now, task, rules, calendar, limit)
  const reached = task.reminded_due === task.due_at ? task.reminded_step : 0
  if (step <= reached) return
  const wasOverdue = reached >= OVERDUE
  if (wasOverdue && step >= OVERDUE + limit) {
    escalateNextDay(call, task, calendar)
    return
  }
  const rule: Rule = step === SOON ? 'due-soon' : wasOverdue ? 'still-overdue' : 'overdue'
  updateTask(call.database, task.id, {
    reminders: task.reminders + 1,
    reminded_at: call.now,
    reminded_due: task.due_at,
    // The limit is reached again on the next working day: nobody could act while the console was shut.
    reminded_step: Math.min(step, OVERDUE + limit - 1),
  })
  logStep(call, task.id, task.state, task.state, null, [], rule)
  call.touched('rectifications', task.uid)
}

function stepOf(
  now: number,
  { due_at, entered_at, severity }: RectificationRow,
  rules: Rules,
  calendar: OutletCalendar,
  limit: number,
): number {
  if (due_at < now) return OVERDUE + businessDaysSince(due_at, now, calendar, limit)
  const hours = reminderRule(rules, severity).due_soon_hours
  return due_at - Math.min(hours * HOUR_MS, (due_at - entered_at) / SOON_PART) <= now ? SOON : 0
}

function escalateNextDay(call: Call, task: RectificationRow, calendar: OutletCalendar): void {
  const remindedOn = businessDay(task.reminded_at ?? call.now, calendar.zone)
  if (remindedOn >= call.today || !calendar.isOpen(call.today)) return
  const change = task.state === 'waiting' ? endWait(call, task) : {}
  updateTask(call.database, task.id, { ...change, state: 'escalated', state_since: call.now })
  logStep(call, task.id, task.state, 'escalated', null, [], 'overdue-escalated')
  call.touched('rectifications', task.uid)
}
