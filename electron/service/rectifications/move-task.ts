import type { InputOf } from '../../../shared/contract/index.ts'
import type { Move, rectifications } from '../../../shared/contract/rectifications.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { relationsTo } from '../../../shared/domain/task-relations.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { findPersonById, findStaffByUid, listStaff } from '../people/index.ts'
import { comeBack } from './fault-returns.ts'
import { requiredLayers } from './measure-layers.ts'
import { logStep } from './open-task.ts'
import {
  columnsBefore,
  deletePendingLookBacks,
  getTask,
  insertLookBack,
  listLookBacks,
  markLookBack,
  markRedo,
  type NewRectification,
  type RectificationRow,
  selectTasks,
  updateTask,
} from './rectification-repository.ts'
import { readRules, type Transition } from './rules.ts'
import { assertSpreadDone } from './spread-checks/spread-rules.ts'
import { assertRequired, assertTrue, requiresOf } from './task-requirements.ts'
import { dueAfterDecision, endWait, startWait } from './task-waiting.ts'

export type MoveInput = InputOf<typeof rectifications.move>

/** One step along the table of transitions. Who may is in `by`, what it takes in `requires`. */
export function moveTask(call: Call, input: MoveInput): RectificationRow {
  const task = getTask(call.database, input.uid)
  if (task.state !== input.from) throw new AppError('conflict', 'taskMovedMeanwhile')
  const transition = allowedTransitions(call, task).find(({ to }) => to === input.to)
  if (!transition) throw new AppError('forbidden', 'moveNotAllowed')
  assertRequired(call, task, { requires: requiresOf(call, task, transition) }, input)
  assertTrue(call, task, input)
  if (task.state === 'lookback' && input.to === 'closed') assertSpreadDone(call, task)
  const lookBack = stepLookBack(call, task, input)
  const change = { ...changeOf(call, task, input), ...lookBack, state: input.to, state_since: call.now }
  updateTask(call.database, task.id, change)
  logStep(call, task.id, task.state, input.to, noteOf(input), input.photos)
  if (input.to === 'returned' && input.redo) markRedo(call.database, task.id, input.redo)
  if (input.to === 'verified') planLookBacks(call, task)
  if (input.to === 'reopened') deletePendingLookBacks(call.database, task.id)
  call.changed({ record: 'rectification', uid: task.uid, before: columnsBefore(task, change), after: change })
  return getTask(call.database, task.uid)
}

/** What the signed-in person may do with a task now. */
export function movesOf(call: Call, task: RectificationRow): Move[] {
  return allowedTransitions(call, task).map((transition) => {
    const { to, zh, en } = transition
    return { to, zh, en, requires: requiresOf(call, task, transition) }
  })
}

/** Every name under which the tables may allow the signed-in person something. */
export function relationsOf(call: Call, task: RectificationRow): Set<string> {
  const staff = call.actor.staffId === null ? undefined : findPersonById(call.database, call.actor.staffId)
  return relationsTo(
    {
      ownerStaff: task.owner_staff,
      ownerQueue: task.owner_queue,
      coOwner: task.co_owner,
      verifier: task.verifier,
      foundBy: task.found_by,
    },
    { staffId: call.actor.staffId, role: call.actor.role, queues: staff ? [staff.post, ...staff.duties] : [] },
  )
}

function allowedTransitions(call: Call, task: RectificationRow): Transition[] {
  const relations = relationsOf(call, task)
  const pending = listLookBacks(call.database, task.id).filter(({ result }) => result === null)
  const isLast = pending.length <= 1
  return readRules(call.ports.content).transitions.filter(({ from, to, by, requires }) => {
    if (from !== task.state || !by.some((name) => relations.has(name))) return false
    if (from === 'lookback' && to === 'closed') return isLast
    if (from === 'lookback' && to === 'lookback') return !isLast
    if (from === 'found' && to === 'closed') return task.severity === 'minor'
    /** Withdrawing is what a corrected answer does, never a button. */
    return !(to === 'void' && by.includes('answerer')) || requires.length === 0
  })
}

/** A question that was not answered ends with the work it was about. */
const NOT_ASKED = { asked_until: null, asked_reason: null }

function changeOf(call: Call, task: RectificationRow, input: MoveInput): Partial<NewRectification> {
  const { actor, now } = call
  const change: Partial<NewRectification> = {}
  if (input.to === 'assigned') Object.assign(change, ownerOf(call, input), NOT_ASKED)
  if (input.to === 'doing' && task.owner_staff === null) change.owner_staff = actor.staffId
  if (task.state === 'waiting') Object.assign(change, endWait(call, task))
  if (task.state === 'escalated' && input.to === 'doing') change.due_at = dueAfterDecision(call, task)
  if (input.dueAt !== undefined && input.to === 'assigned') change.due_at = input.dueAt
  if (input.to === 'found') Object.assign(change, { owner_staff: null, owner_queue: null })
  if (input.to === 'waiting') Object.assign(change, startWait(call, task, input))
  if (input.to === 'submitted') Object.assign(change, NOT_ASKED, submissionOf(call, task, input))
  if (input.to === 'returned') Object.assign(change, { done_at: null, returned_for: JSON.stringify(input.redo) })
  if (input.to === 'verified') {
    const isTwoPersonOutlet = listStaff(call.database, false).length <= 2
    Object.assign(change, {
      verifier: actor.staffId,
      known_until: null,
      known_reason: null,
      known_ended_at: null,
      verified_at: now,
      clean_rounds: 0,
      is_two_person_sample: Number(isTwoPersonOutlet),
    })
  }
  if (input.to === 'closed') {
    change.closed_at = now
    if (task.done_at === null) Object.assign(change, { done_at: now, measure: input.note })
  }
  if (input.to === 'reopened') Object.assign(change, comeBack(call, task, now))
  if (input.prevention && input.to === 'assigned') change.prevention = input.prevention
  return change
}

export function ownerOf(
  call: Call,
  { ownerUid, queue }: Pick<MoveInput, 'ownerUid' | 'queue'>,
): Partial<NewRectification> {
  if (ownerUid === undefined) return { owner_staff: null, owner_queue: queue ?? null, owner_text: null }
  const owner = findStaffByUid(call.database, ownerUid)
  if (!owner?.isActive) throw new AppError('not-found', 'personGone')
  return { owner_staff: owner.id, owner_queue: null, owner_text: null }
}

function submissionOf(call: Call, task: RectificationRow, input: MoveInput): Partial<NewRectification> {
  return {
    done_at: call.now,
    cause: input.cause ?? null,
    cause_note: input.causeNote ?? null,
    restored: input.note,
    // A single layer is the measure itself.
    measure: input.measure || (requiredLayers(call, task).length === 1 ? input.note : task.measure),
    prevention: input.prevention || task.prevention,
    ...(input.costFen !== undefined && { cost_fen: input.costFen }),
    returned_for: null,
    // Whoever did it, also for a queue, is not who verifies it.
    ...(task.owner_staff === null && { owner_staff: call.actor.staffId }),
  }
}

/** Look-back dates run from the day of the check, moved to the next open day. */
function planLookBacks(call: Call, task: RectificationRow): void {
  const calendar = readCalendar(call.ports)
  const plan = readRules(call.ports.content).verification.look_back.find(({ severity }) => severity === task.severity)
  for (const days of plan?.days ?? []) {
    let on = addDays(call.today, days)
    while (!calendar.isOpen(on)) on = addDays(on, 1)
    insertLookBack(call.database, task.id, on)
  }
}

function stepLookBack(call: Call, task: RectificationRow, input: MoveInput): Partial<NewRectification> {
  if (task.state !== 'lookback') return {}
  const pending = listLookBacks(call.database, task.id).find(({ result }) => result === null)
  if (!pending) return {}
  const result = input.to === 'reopened' ? 'fail' : 'pass'
  const row = { on: pending.on, result, by: call.actor.staffId, at: call.now, note: input.note } as const
  markLookBack(call.database, task.id, row)
  return {}
}

function noteOf(input: MoveInput): string | null {
  const parts = [input.note, input.decision, input.waitingFor, input.temporaryMeasure].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : null
}

/** Verified tasks whose look-back date has come. */
export function moveDueTasks(call: Call): void {
  const due = selectTasks(
    call.database,
    `WHERE state = 'verified' AND EXISTS (SELECT 1 FROM rectification_look_back back
       WHERE back.rectification_id = rectification.id AND back.result IS NULL AND back."on" <= @today)`,
    { today: call.today },
  )
  for (const task of due) {
    updateTask(call.database, task.id, { state: 'lookback', state_since: call.now })
    logStep(call, task.id, 'verified', 'lookback', null, [])
    call.touched('rectifications', task.uid)
  }
}
