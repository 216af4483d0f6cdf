import type { z } from 'zod'
import type { AnswerValue, TaskRef } from '../../../shared/contract/patrols.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { type NumberedItem, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { undoCleanClosing } from './clean-rounds.ts'
import { reopenByFail, showReturned, undoReopening } from './fault-returns.ts'
import { logStep, openTask } from './open-task.ts'
import { areShown, beforePhotosOf } from './photos-of-events.ts'
import { listEvents, type RectificationRow, selectTasks, updateTask } from './rectification-repository.ts'
import { OPEN } from './state-lists.ts'

/** One answer of a round and what it was before. */
export interface AnswerTask {
  patrolId: number
  item: NumberedItem
  before: AnswerValue | null
  after: AnswerValue
  note: string | null
  photos: string[]
  foundAt: number
}

export interface TaskOfAnswer {
  no: string
  uid: string
  act: 'opened' | 'known' | 'known-ended' | 'withdrawn' | 'reopened'
}

/**
 * Keeps the task of an answer true to the answer: a fail opens one unless the defect is known, or brings one back that
 * counted as fixed; fixed on the spot opens and closes one (minor) or opens one to be verified; a correction withdraws or
 * follows.
 */
export function taskFollowsAnswer(call: Call, answer: AnswerTask): TaskOfAnswer | null {
  const own = answer.before === null ? [] : tasksOfAnswer(call, answer)
  const isFault = answer.after === 'fail' || answer.after === 'fixed'
  if (answer.before === answer.after) {
    for (const task of own) followText(call, task, answer)
    if (answer.after === 'fail') showReturned(call, answer)
    return null
  }
  if (answer.before === 'pass') undoCleanClosing(call, answer)
  const withdrawn = own.map((task) => withdraw(call, task)).find((task) => task !== null) ?? null
  const undone = answer.before === 'fail' ? undoReopening(call, answer) : undefined
  if (answer.before === 'fail') forgetKnown(call, answer)
  if (!isFault) return undone ? { no: undone.no, uid: undone.uid, act: 'withdrawn' } : withdrawn
  const known = selectTasks(call.database, `WHERE item_no = @item AND state IN (${OPEN}) ORDER BY id LIMIT 1`, {
    item: answer.item.no,
  })[0]
  if (known && answer.after === 'fail') return rememberKnown(call, known, answer)
  const returned = answer.after === 'fail' ? reopenByFail(call, answer) : undefined
  if (returned) return { no: returned.no, uid: returned.uid, act: 'reopened' }
  return answer.after === 'fail' ? openFail(call, answer) : openFixed(call, answer)
}

/** Open tasks by item number, oldest first: what the round screen shows as known defects. */
export function openTasksOfItems(call: Call): Map<number, z.infer<typeof TaskRef>> {
  const refs = staffRefs(call.database)
  const { itemByNo } = readChecklist(call.database)
  const tasks = selectTasks(
    call.database,
    `WHERE state IN (${OPEN}) AND item_no IS NOT NULL ORDER BY id DESC LIMIT 5000`,
    {},
  )
  return new Map(
    tasks.map((task) => [
      task.item_no ?? 0,
      {
        uid: task.uid,
        no: task.no,
        state: task.state,
        foundAt: task.found_at,
        openSince: task.reopened_at ?? task.found_at,
        owner: refs.get(task.owner_staff ?? 0)?.name ?? task.owner_text ?? task.owner_queue ?? '',
        dueAt: task.due_at,
        note: task.description === itemByNo.get(task.item_no ?? 0)?.zh ? null : task.description,
      },
    ]),
  )
}

function openFail(call: Call, answer: AnswerTask): TaskOfAnswer {
  const { item } = answer
  const task = openTask(call, { ...newTask(answer), ownerStaff: null, queue: item.default_owner_role })
  return { no: task.no, uid: task.uid, act: 'opened' }
}

function openFixed(call: Call, answer: AnswerTask): TaskOfAnswer {
  const { database, now } = call
  const task = openTask(call, { ...newTask(answer), ownerStaff: call.actor.staffId, queue: null })
  if (task.severity === 'minor') {
    logStep(call, task.id, 'assigned', 'closed', answer.note, answer.photos)
    updateTask(database, task.id, {
      state: 'closed',
      state_since: now,
      done_at: now,
      closed_at: now,
      measure: answer.note,
    })
  } else {
    logStep(call, task.id, 'assigned', 'doing', null, [])
    logStep(call, task.id, 'doing', 'submitted', answer.note, answer.photos)
    // What was done at once is the first layer; whoever checks it asks for the others.
    updateTask(database, task.id, { state: 'submitted', state_since: now, done_at: now, restored: answer.note })
  }
  return { no: task.no, uid: task.uid, act: 'opened' }
}

function newTask({ item, note, photos, foundAt, patrolId }: AnswerTask) {
  return {
    source: 'patrol' as const,
    foundAt,
    description: note || item.zh,
    severity: item.severity,
    zoneId: item.zone,
    item,
    photos,
    patrolId,
  }
}

/** The step bears no note, which means a corrected answer. Not yet fixed tasks are withdrawn; so are those that the same answer had closed or submitted on the spot. */
function withdraw(call: Call, task: RectificationRow): TaskOfAnswer | null {
  const isOnTheSpot = task.done_at !== null && task.verified_at === null && task.owner_staff === task.found_by
  const mayWithdraw = ['found', 'assigned', 'doing'].includes(task.state) || isOnTheSpot
  if (!mayWithdraw) return null
  logStep(call, task.id, task.state, 'void', null, [])
  updateTask(call.database, task.id, { state: 'void', state_since: call.now })
  call.changed({ record: 'rectification', uid: task.uid, before: { state: task.state }, after: { state: 'void' } })
  call.touched('rectifications', task.uid)
  return { no: task.no, uid: task.uid, act: 'withdrawn' }
}

function followText(call: Call, task: RectificationRow, { note, photos, item }: AnswerTask): void {
  const description = note || item.zh
  const isSame = description === task.description
  if (isSame && areShown(photos, beforePhotosOf(listEvents(call.database, task.id)))) return
  logStep(call, task.id, task.state, task.state, isSame ? null : description, photos)
  updateTask(call.database, task.id, { description })
  call.touched('rectifications', task.uid)
}

function tasksOfAnswer(call: Call, { patrolId, item }: AnswerTask): RectificationRow[] {
  return selectTasks(call.database, `WHERE patrol_id = @patrolId AND patrol_item_no = @itemNo AND state <> 'void'`, {
    patrolId,
    itemNo: item.no,
  })
}

function rememberKnown(call: Call, task: RectificationRow, { patrolId, item, foundAt }: AnswerTask): TaskOfAnswer {
  statement(call.database, 'INSERT OR IGNORE INTO rectification_known VALUES (?, ?, ?, NULL)').run(
    task.id,
    patrolId,
    item.no,
  )
  call.touched('rectifications', task.uid)
  const hasEnded = task.known_until !== null && task.known_ended_at === null && isAfter(call, foundAt, task.known_until)
  if (hasEnded) {
    updateTask(call.database, task.id, { known_ended_at: call.now })
    logStep(call, task.id, task.state, task.state, null, [], 'known-ended')
  }
  return { no: task.no, uid: task.uid, act: hasEnded ? 'known-ended' : 'known' }
}

function isAfter({ database }: Call, at: number, day: string): boolean {
  return businessDay(at, readZone(database)) > day
}

function forgetKnown(call: Call, { patrolId, item }: AnswerTask): void {
  statement(call.database, 'DELETE FROM rectification_known WHERE patrol_id = ? AND item_no = ?').run(patrolId, item.no)
}
