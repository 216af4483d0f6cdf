import { SEVERITIES } from '../../../../shared/contract/checklists.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import {
  AGE_BUCKETS,
  MOST_DAYS_BY_WEEK,
  type RectificationFigures,
  type rectificationFigures,
} from '../../../../shared/contract/rectification-figures.ts'
import { NO_CAUSE } from '../../../../shared/contract/rectification-lists.ts'
import { addDays, instantOf } from '../../../../shared/domain/business-day.ts'
import { OPEN_STATES } from '../../../../shared/domain/task-states.ts'
import { AppError } from '../../../../shared/errors.ts'
import { readChecklist } from '../../checklists/index.ts'
import type { Call } from '../../handlers.ts'
import { readZone } from '../../settings/index.ts'
import { itemFigures } from './item-figures.ts'
import {
  countFixed,
  countOpenBefore,
  type DoneRow,
  type FoundRow,
  listDone,
  listFixedMeanwhile,
  listFound,
  listOpen,
  listReturns,
} from './period-rows.ts'
import { ascending, monthsOf, positionOf, quantile, weeksOf } from './spans.ts'

/** Ten years and some days. */
const MOST_DAYS = 3700
const HOUR_MS = 3_600_000

type Period = InputOf<typeof rectificationFigures.figures>

/** Every figure of a span of days with what lists its tasks. */
export function readFigures(call: Call, period: Period): RectificationFigures {
  const { from, to } = period
  if (to > addDays(from, MOST_DAYS)) throw new AppError('invalid-input', 'rangeTooLong')
  const zone = readZone(call.database)
  const span = { start: instantOf(from, 0, zone), end: instantOf(to, 24 * 60, zone) }
  const found = listFound(call, span)
  const done = listDone(call, span)
  const returns = listReturns(call, from, to)
  const { ageing, open, overdue } = ageFigures(call, zone)
  const within = (days: 7 | 180) => ({
    count: returns.reduce((sum, item) => sum + item[`within${days}`], 0),
    filter: { returned: { within: days, from, to } },
  })
  return {
    total: {
      found: { count: found.length, filter: { counted: true, foundFrom: from, foundTo: to } },
      done: { count: done.length, filter: { counted: true, doneFrom: from, doneTo: to } },
      open,
      overdue,
      returnedWithin7: within(7),
      returnedWithin180: within(180),
    },
    ...causeFigures(found, period),
    ...itemFigures(readChecklist(call.database), { found, returns, period, zone }),
    ageing,
    timeToFix: fixFigures(done, period),
    course: courseOf(call, { found, done, period, zone }),
  }
}

function causeFigures(
  found: readonly FoundRow[],
  { from, to }: Period,
): Pick<RectificationFigures, 'causes' | 'withoutCause'> {
  const counts = new Map<string, number>()
  for (const { cause } of found) counts.set(cause ?? NO_CAUSE, (counts.get(cause ?? NO_CAUSE) ?? 0) + 1)
  const filter = (cause: string) => ({ counted: true, foundFrom: from, foundTo: to, cause })
  const without = counts.get(NO_CAUSE) ?? 0
  counts.delete(NO_CAUSE)
  return {
    causes: [...counts]
      .map(([cause, count]) => ({ cause, count, filter: filter(cause) }))
      .sort((a, b) => b.count - a.count || a.cause.localeCompare(b.cause)),
    withoutCause: { count: without, filter: filter(NO_CAUSE) },
  }
}

function ageFigures(call: Call, zone: string) {
  const rows = listOpen(call)
  const states = [...OPEN_STATES]
  const ageing = AGE_BUCKETS.map(({ id, from, to }) => {
    const openSinceTo = addDays(call.today, -from)
    const openSinceFrom = to === null ? undefined : addDays(call.today, -to)
    const end = instantOf(openSinceTo, 24 * 60, zone)
    const start = openSinceFrom === undefined ? 0 : instantOf(openSinceFrom, 0, zone)
    const inside = rows.filter(({ since }) => since >= start && since < end)
    const filter = { states, ...(openSinceFrom && { openSinceFrom }), openSinceTo }
    return {
      bucket: id,
      count: inside.length,
      filter,
      overdue: { count: inside.filter(({ isOverdue }) => isOverdue).length, filter: { ...filter, overdue: true } },
    }
  })
  return {
    ageing,
    open: { count: rows.length, filter: { states } },
    overdue: { count: rows.filter(({ isOverdue }) => isOverdue).length, filter: { overdue: true } },
  }
}

function fixFigures(done: readonly DoneRow[], { from, to }: Period): RectificationFigures['timeToFix'] {
  return SEVERITIES.map((severity) => {
    const spent = ascending(done.filter((row) => row.severity === severity).map(({ fixMs }) => fixMs))
    const hours = (share: number) => {
      const ms = quantile(spent, share)
      return ms === null ? null : Math.round((10 * ms) / HOUR_MS) / 10
    }
    return {
      severity,
      count: spent.length,
      filter: { counted: true, severities: [severity], doneFrom: from, doneTo: to },
      medianHours: hours(0.5),
      p90Hours: hours(0.9),
    }
  })
}

interface CourseRows {
  found: readonly FoundRow[]
  done: readonly DoneRow[]
  period: Period
  zone: string
}

function courseOf(call: Call, { found, done, period, zone }: CourseRows): RectificationFigures['course'] {
  const { from, to } = period
  const by = to > addDays(from, MOST_DAYS_BY_WEEK) ? 'month' : 'week'
  const days = by === 'month' ? monthsOf(from, to) : weeksOf(from, to)
  const starts = days.map(({ from }) => instantOf(from, 0, zone))
  const count = (instants: readonly number[]) => {
    const counts = days.map(() => 0)
    for (const at of instants) {
      const span = positionOf(starts, at)
      counts[span] = (counts[span] ?? 0) + 1
    }
    return counts
  }
  const founds = count(found.map(({ foundAt }) => foundAt))
  const dones = count(done.map(({ doneAt }) => doneAt))
  const meanwhile = listFixedMeanwhile(call, starts[0] ?? 0)
  let open = countOpenBefore(call, starts[0] ?? 0)
  const spans = days.map(({ from, to }, span) => {
    open += (founds[span] ?? 0) - (dones[span] ?? 0)
    const fixed = countFixed(meanwhile, instantOf(to, 24 * 60, zone))
    return {
      from,
      to,
      found: { count: founds[span] ?? 0, filter: { counted: true, foundFrom: from, foundTo: to } },
      done: { count: dones[span] ?? 0, filter: { counted: true, doneFrom: from, doneTo: to } },
      open: { count: open - fixed, filter: { counted: true, openOn: to } },
    }
  })
  return { by, spans }
}
