import { z } from 'zod'
import {
  COMPLAINT_TERMS,
  type ComplaintClock,
  type ComplaintTerm,
} from '../../../../shared/contract/complaint-clocks.ts'
import { LEADS } from '../../../../shared/contract/procedure.ts'
import { addDays, businessDay, instantOf } from '../../../../shared/domain/business-day.ts'
import { OPEN_STATES } from '../../../../shared/domain/task-states.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Call, HandlersOf } from '../../handlers.ts'
import { staffRefs } from '../../people/index.ts'
import { readZone } from '../../settings/index.ts'
import { readShipped } from '../../shipped-data.ts'
import { getTask, type RectificationRow, selectTasks } from '../rectification-repository.ts'
import { type ComplaintClockRow, findClock, listRunning, saveClock } from './complaint-clock-repository.ts'

const ComplaintRules = z
  .object({
    complaint_clock: z.array(z.object({ id: z.string(), hours: z.number().optional(), days: z.int().optional() })),
  })
  .transform(({ complaint_clock }) => new Map(complaint_clock.map((rule) => [rule.id, rule])))

const HOUR_MS = 3_600_000
const MOST_LATE = 50
/** On a shared screen; the next dates first. */
const MOST_CLOCKS = 50
const RUNNING = [...OPEN_STATES, 'verified', 'lookback']

/** To the end of the last day of the term; the acknowledgement by the hour. */
function datesOf(call: Call, { received_at, term }: Pick<ComplaintClockRow, 'received_at' | 'term'>) {
  const rules = readShipped(call.ports.content, 'rectifications/rules.json', ComplaintRules)
  const zone = readZone(call.database)
  const days = rules.get(term)?.days ?? 0
  return {
    acknowledgeUntil: received_at + (rules.get('acknowledge')?.hours ?? 0) * HOUR_MS,
    decideUntil: instantOf(addDays(businessDay(received_at, zone), days), 24 * 60, zone),
  }
}

/** The end of the last day on which a complaint had to be decided. */
export function decideUntilOf(call: Call, clock: Pick<ComplaintClockRow, 'received_at' | 'term'>): number {
  return datesOf(call, clock).decideUntil
}

function contractClock(call: Call, task: RectificationRow, row: ComplaintClockRow): ComplaintClock {
  const refs = staffRefs(call.database)
  const { acknowledgeUntil, decideUntil } = datesOf(call, row)
  const role = call.actor.role ?? ''
  const step = row.acknowledged_at === null ? 'acknowledge' : 'decide'
  const until = step === 'acknowledge' ? acknowledgeUntil : decideUntil
  const isRunning = row.decided_at === null && task.state !== 'void'
  return {
    task: { uid: task.uid, no: task.no },
    description: task.description,
    receivedAt: row.received_at,
    acknowledgeUntil,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: refs.get(row.acknowledged_by ?? 0)?.name ?? null,
    term: row.term,
    decideUntil,
    extensionReason: row.extension_reason,
    approval: row.approval,
    decidedAt: row.decided_at,
    decidedBy: refs.get(row.decided_by ?? 0)?.name ?? null,
    isUpheld: row.is_upheld === null ? null : row.is_upheld === 1,
    decision: row.decision,
    next: isRunning ? { step, until, isOverdue: until < call.now } : null,
    mayAcknowledge: isRunning && row.acknowledged_at === null && LEADS.some((lead) => lead === role),
    mayDecide: isRunning && role === 'outlet-head',
  }
}

/** Where a task comes from a complaint: its clock begins when the outlet received it. */
export function startComplaintClock(call: Call, task: RectificationRow, receivedAt: number): void {
  if (receivedAt > call.now) {
    throw new AppError('invalid-input', 'receivedInFuture', { fields: { receivedAt: 'receivedInFuture' } })
  }
  const row = findClock(call.database, task.id)
  if (row) saveClock(call.database, { ...row, received_at: receivedAt })
}

/** Not decided yet, the next date first. */
export function listComplaintClocks(call: Call): ComplaintClock[] {
  const clocks = listRunning(call.database, RUNNING, MOST_CLOCKS).flatMap((row) => {
    const [task] = selectTasks(call.database, 'WHERE id = @id', { id: row.rectification_id })
    return task ? [contractClock(call, task, row)] : []
  })
  return clocks.filter(({ next }) => next !== null).sort((a, b) => (a.next?.until ?? 0) - (b.next?.until ?? 0))
}

function change(
  call: Call,
  taskUid: string,
  make: (row: ComplaintClockRow) => Partial<ComplaintClockRow>,
): ComplaintClock {
  const task = getTask(call.database, taskUid)
  const row = findClock(call.database, task.id)
  if (!row) throw new AppError('not-found', 'notAComplaint')
  if (row.decided_at !== null || task.state === 'void') throw new AppError('conflict', 'complaintDecided')
  const part = make(row)
  saveClock(call.database, { ...row, ...part })
  const before = Object.fromEntries(Object.keys(part).map((key) => [key, row[key as keyof ComplaintClockRow]]))
  call.changed({ record: 'complaint-clock', uid: taskUid, before, after: { no: task.no, ...part } })
  call.touched('rectifications', taskUid)
  return contractClock(call, task, { ...row, ...part })
}

/** Complaints that are not decided and past their next date, longest first. */
export function readLateComplaints(call: Call): { uid: string; description: string; until: number }[] {
  const late = listRunning(call.database, RUNNING, MOST_LATE * 4).flatMap((row) => {
    const { acknowledgeUntil, decideUntil } = datesOf(call, row)
    const until = row.acknowledged_at === null ? acknowledgeUntil : decideUntil
    return until < call.now ? [{ id: row.rectification_id, until }] : []
  })
  return late.slice(0, MOST_LATE).flatMap(({ id, until }) => {
    const [task] = selectTasks(call.database, 'WHERE id = @id', { id })
    return task ? [{ uid: task.uid, description: task.description, until }] : []
  })
}

const rank = (term: ComplaintTerm) => COMPLAINT_TERMS.indexOf(term)

export const complaintClocksHandlers: HandlersOf<'complaintClocks'> = {
  card(call, { taskUid }) {
    const task = getTask(call.database, taskUid)
    const row = findClock(call.database, task.id)
    return row ? contractClock(call, task, row) : null
  },

  acknowledge: (call, { taskUid }) =>
    change(call, taskUid, ({ acknowledged_at }) => {
      if (acknowledged_at !== null) throw new AppError('conflict', 'acknowledgedAlready')
      return { acknowledged_at: call.now, acknowledged_by: call.actor.staffId }
    }),

  extend: (call, { taskUid, term, reason, approval }) =>
    change(call, taskUid, (row) => {
      if (rank(term) <= rank(row.term)) {
        throw new AppError('invalid-input', 'termNotLonger', { fields: { term: 'termNotLonger' } })
      }
      if (term === 'special' && approval === '') {
        throw new AppError('invalid-input', 'termNeedsApproval', { fields: { approval: 'termNeedsApproval' } })
      }
      return { term, extension_reason: reason, approval: approval || null }
    }),

  decide: (call, { taskUid, isUpheld, decision }) =>
    change(call, taskUid, ({ acknowledged_at }) => ({
      // Whoever decides has taken it on.
      ...(acknowledged_at === null && { acknowledged_at: call.now, acknowledged_by: call.actor.staffId }),
      ...{ decided_at: call.now, decided_by: call.actor.staffId, is_upheld: Number(isUpheld), decision },
    })),
}
