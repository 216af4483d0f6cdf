import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { addDays, instantOf, monthRange, weekdayOf } from '../../../shared/domain/business-day.ts'
import { OPEN_STATES, UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import { statement } from '../database/statements.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { readMeetingStages } from '../meetings/index.ts'
import { type DayRounds, readDays, readNextOpen, readTotal, withQuestions } from '../patrols/index.ts'
import { listTasks } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { readMatters } from './read-matters.ts'

const MOST_TASKS = 50
const MOST_OTHERS = 10
const WEEK_DAYS = 7
const ANY_TASK = { mine: false, overdue: false, search: '', limit: MOST_TASKS, offset: 0 }

export const todayHandlers: HandlersOf<'today'> = {
  overview(call) {
    const { from } = monthRange(call.today.slice(0, 7))
    const { tasks, total: taskCount } = listTasks(call, { ...ANY_TASK, mine: true })
    const lastMonday = addDays(call.today, 1 - weekdayOf(call.today) - WEEK_DAYS)
    const week = readDays(call, lastMonday, addDays(lastMonday, 2 * WEEK_DAYS - 1))
    const today = week.find(({ on }) => on === call.today) as DayRounds
    return {
      day: withQuestions(call, today),
      nextOpen: today.isOpen ? null : readNextOpen(call),
      meetings: readMeetingStages(call),
      tasks,
      taskCount,
      matters: readMatters(call),
      ...othersTasks(call, tasks, taskCount),
      month: { figures: readTotal(call, from, call.today).figures, onTime: onTime(call, from) },
      week: week.map(({ on, kind, isOpen, patrols }) => ({ on, kind, isOpen, patrols })),
    }
  },
}

/** What waits for somebody else. What is mine is open too, so the counts part cleanly. */
function othersTasks(call: Call, mine: readonly Rectification[], mineCount: number) {
  const limit = MOST_OTHERS + mine.length
  const { tasks, total } = listTasks(call, { ...ANY_TASK, states: [...OPEN_STATES], limit })
  const own = new Set(mine.map(({ uid }) => uid))
  return {
    otherTasks: tasks.filter(({ uid }) => !own.has(uid)).slice(0, MOST_OTHERS),
    otherCount: total - mineCount,
  }
}

/** Tasks of the month done by their due time, of those that are done or overdue. */
function onTime(call: Call, from: string): { done: number; of: number } {
  const states = UNFIXED_STATES.map((state) => `'${state}'`).join(', ')
  const { done, judged } = statement(
    call.database,
    `SELECT sum(done_at IS NOT NULL AND done_at <= due_at) AS done,
       sum(done_at IS NOT NULL OR (due_at < @now AND state IN (${states}))) AS judged
     FROM rectification WHERE found_at >= @from AND state <> 'void'`,
  ).get({ from: instantOf(from, 0, readZone(call.database)), now: call.now }) as Record<
    'done' | 'judged',
    number | null
  >
  return { done: done ?? 0, of: judged ?? 0 }
}
