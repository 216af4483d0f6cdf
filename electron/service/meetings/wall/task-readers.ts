import type { OwnerId } from '../../../../shared/contract/checklists.ts'
import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import type { Rectification } from '../../../../shared/contract/rectifications.ts'
import { addDays, weekdayOf } from '../../../../shared/domain/business-day.ts'
import {
  countOpenByOwner,
  listComplaintClocks,
  listLookBacksDue,
  listTasks,
  listTasksDue,
} from '../../rectifications/index.ts'
import type { WallContext, WallReader, WallRowIn } from './wall-reader.ts'

const SUNDAY = 7
const ANY = { mine: false, overdue: false, search: '', limit: MOST_WALL_ROWS, offset: 0 }

/** Of how people look and speak only the item stands on a wall, not what was written about it. */
function taskRow({ flow }: WallContext, task: Rectification): WallRowIn {
  const { itemText, description, zone, owner, severity, dueAt, isOverdue } = task
  return {
    text: itemText,
    note: zone === flow.staff_zone && itemText !== null ? null : description,
    person: owner.person?.name ?? owner.text,
    queue: owner.person ? null : owner.queue,
    zone,
    severity,
    at: dueAt,
    isLate: isOverdue,
  }
}

export const dueToday: WallReader = (context) => dueWithin(context, { from: context.on, to: context.on })

/** Until Sunday. */
export const dueThisWeek: WallReader = (context) => {
  const span = { from: context.on, to: addDays(context.on, SUNDAY - weekdayOf(context.on)) }
  return { ...dueWithin(context, span), span }
}

function dueWithin(context: WallContext, span: { from: string; to: string }) {
  const { tasks, total } = listTasksDue(context.call, span, MOST_WALL_ROWS)
  return { rows: tasks.map((task) => taskRow(context, task)), total }
}

export const overdue: WallReader = (context) => {
  const { tasks, total } = listTasks(context.call, { ...ANY, overdue: true })
  return { rows: tasks.map((task) => taskRow(context, task)), total }
}

export const returned: WallReader = (context) => {
  const { tasks, total } = listTasks(context.call, { ...ANY, states: ['returned', 'reopened'] })
  return { rows: tasks.map((task) => taskRow(context, task)), total }
}

export const lookBacksDue: WallReader = (context) => ({
  rows: listLookBacksDue(context.call, context.on).map((task) => taskRow(context, task)),
})

export const openByOwner: WallReader = ({ call }) => ({
  rows: countOpenByOwner(call).map(({ person, queue, count, overdue: late }) => ({
    ...{ person, queue: person === null ? (queue as OwnerId | null) : null, count, isLate: late > 0 },
  })),
})

/** Found since the last open day. */
export const newComplaints: WallReader = (context) => {
  const { call, on, before } = context
  const from = before ?? on
  const { tasks, total } = listTasks(call, { ...ANY, source: 'complaint', foundFrom: from, counted: true })
  return {
    span: { from, to: on },
    rows: tasks.map((task) => ({ ...taskRow(context, task), text: null, note: task.description, at: task.foundAt })),
    total,
  }
}

export const complaintClocks: WallReader = ({ call }) => ({
  rows: listComplaintClocks(call).map(({ description, next }) => ({
    note: description,
    at: next?.until ?? null,
    isLate: next?.isOverdue ?? false,
  })),
})
