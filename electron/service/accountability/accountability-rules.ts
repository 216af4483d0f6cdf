import { z } from 'zod'
import { type AccountabilityFacts, suggestLevel } from '../../../shared/domain/accountability-levels.ts'
import { addDays, businessDay, instantOf } from '../../../shared/domain/business-day.ts'
import { isOverdue } from '../../../shared/domain/task-states.ts'
import { readCalendar } from '../calendar/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import type { StaffMember } from '../people/index.ts'
import type { RectificationRow } from '../rectifications/index.ts'
import { readShipped } from '../shipped-data.ts'

/** Its part of `resources/rectifications/rules.json`. */
const AccountabilityRules = z
  .object({
    accountability_levels: z.array(
      z.object({
        level: z.int().min(0).max(5),
        zh: z.string(),
        en: z.string(),
        trigger_zh: z.string(),
        trigger_en: z.string(),
        decided_by: z.enum(['lobby-manager', 'outlet-head', 'branch-lead']),
        recorded: z.boolean(),
      }),
    ),
  })
  .transform(({ accountability_levels }) => accountability_levels)

const ANSWER_WORKING_DAYS = 3
const THIRTY_DAYS_MS = 30 * 24 * 3_600_000
const PEOPLE = 'people'

export function readLevels({ ports }: Pick<Call, 'ports'>) {
  return readShipped(ports.content, 'rectifications/rules.json', AccountabilityRules)
}

/** System before person: only a cause in people is held against somebody of the front line; the head answers for the rest. */
export function refusalOf(
  task: RectificationRow,
  person: StaffMember,
): 'causeNotFoundYet' | 'systemBeforePerson' | null {
  if (task.cause === null) return 'causeNotFoundYet'
  const isFrontLine = person.role !== 'outlet-head'
  return isFrontLine && task.cause.split('.')[0] !== PEOPLE ? 'systemBeforePerson' : null
}

export function suggestFor(call: Call, task: RectificationRow, person: StaffMember) {
  return suggestLevel(factsOf(call, task, person))
}

function factsOf(call: Call, task: RectificationRow, person: StaffMember): AccountabilityFacts {
  const { database, now } = call
  const { zone } = readCalendar(call.ports)
  const count = (sql: string, ...values: (number | null)[]) =>
    Number(
      statement(database, sql)
        .pluck()
        .get(...values),
    )
  const isLate =
    task.done_at === null ? isOverdue({ state: task.state, dueAt: task.due_at }, now) : task.done_at > task.due_at
  const isSameDay = task.done_at !== null && businessDay(task.done_at, zone) === businessDay(task.found_at, zone)
  return {
    severity: task.severity,
    occurrence: task.occurrence,
    returns: count(
      "SELECT count(*) FROM rectification_event WHERE rectification_id = ? AND to_state = 'returned' AND from_state <> to_state",
      task.id,
    ),
    wasOverdue: isLate,
    isComplaintUpheld:
      count('SELECT count(*) FROM complaint_clock WHERE rectification_id = ? AND is_upheld = 1', task.id) > 0,
    samePersonInThirtyDays: count(
      `SELECT count(*) FROM rectification WHERE item_no = ? AND found_at BETWEEN ? AND ? AND owner_staff = ? AND state <> 'void'`,
      task.item_no,
      task.found_at - THIRTY_DAYS_MS,
      task.found_at,
      person.id,
    ),
    isSelfReported: task.source === 'self-report' && task.found_by === person.id && isSameDay,
  }
}

/** The end of the third working day from now. */
export function answerUntil(call: Call): number {
  const calendar = readCalendar(call.ports)
  let on = call.today
  for (let left = ANSWER_WORKING_DAYS, days = 0; left > 0 && days < 366; days++) {
    on = addDays(on, 1)
    if (calendar.isWorkday(on)) left--
  }
  return instantOf(on, 24 * 60, calendar.zone)
}
