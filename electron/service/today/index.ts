import { addDays, instantOf, monthRange, weekdayOf } from '../../../shared/domain/business-day.ts'
import { UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import { statement } from '../database/statements.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { readDay, readTrends } from '../patrols/index.ts'
import { listTasks } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'

const MOST_TASKS = 50
const WEEK_DAYS = 7

export const todayHandlers: HandlersOf<'today'> = {
  overview(call) {
    const { from } = monthRange(call.today.slice(0, 7))
    const { total } = readTrends(call, { from, to: call.today })
    const { tasks, total: taskCount } = listTasks(call, {
      mine: true,
      overdue: false,
      search: '',
      limit: MOST_TASKS,
      offset: 0,
    })
    const lastMonday = addDays(call.today, 1 - weekdayOf(call.today) - WEEK_DAYS)
    return {
      day: readDay(call, call.today),
      tasks,
      taskCount,
      month: {
        figures: total.figures,
        roundsDue: total.roundsDue,
        roundsHeld: total.roundsHeld,
        onTimeRate: onTimeRate(call, from),
      },
      week: Array.from({ length: 2 * WEEK_DAYS }, (_, index) => {
        const { on, kind, isOpen, patrols } = readDay(call, addDays(lastMonday, index))
        return { on, kind, isOpen, patrols }
      }),
    }
  },
}

/** Tasks of the month done by their due time ÷ tasks that are done or overdue. */
function onTimeRate(call: Call, from: string): number | null {
  const states = UNFIXED_STATES.map((state) => `'${state}'`).join(', ')
  const { onTime, judged } = statement(
    call.database,
    `SELECT sum(done_at IS NOT NULL AND done_at <= due_at) AS onTime,
       sum(done_at IS NOT NULL OR (due_at < @now AND state IN (${states}))) AS judged
     FROM rectification WHERE found_at >= @from AND state <> 'void'`,
  ).get({ from: instantOf(from, 0, readZone(call.database)), now: call.now }) as { onTime: number; judged: number }
  return judged > 0 ? onTime / judged : null
}
