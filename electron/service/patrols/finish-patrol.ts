import { createHash } from 'node:crypto'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { Answered, PatrolSummary, patrols } from '../../../shared/contract/patrols.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { countCleanRounds, forgetCleanRounds } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { findStanding, findWalker, insertCorrection, journalText, listAnswers } from './answer-repository.ts'
import { answerableFrom } from './answerable-from.ts'
import { countDue } from './open-patrol.ts'
import {
  getPatrol,
  insertPatrol,
  markOpened,
  markReturned,
  markSubmitted,
  type PatrolRow,
  unpackItems,
} from './patrol-repository.ts'
import { summarize } from './read-patrols.ts'
import { recordAnswers } from './record-answers.ts'
import { tallyOfPatrol } from './total-repository.ts'

/** Locks the round; its digest goes into the audit chain, so that no later change of an answer goes unseen. */
export function submitPatrol(call: Call, { uid, allowUnanswered }: InputOf<typeof patrols.submit>): PatrolSummary {
  const patrol = getPatrol(call.database, uid)
  const isOpen = patrol.status === 'running' || patrol.status === 'returned' || patrol.status === 'missed'
  if (!isOpen || patrol.opened_at === null) throw new AppError('conflict', 'roundNotOpen')
  if (patrol.status === 'missed' && patrol.submitted_at !== null) throw new AppError('conflict', 'roundSubmitted')
  const due = unpackItems(patrol.due_items)
  const answers = listAnswers(call.database, patrol.id, patrol.opened_at)
  const answered = new Map(answers.map(({ itemNo, value }) => [itemNo, value]))
  const count = countMissing(
    call,
    patrol,
    due.filter((no) => !answered.has(no)),
  )
  if (count > 0 && !allowUnanswered) throw new AppError('not-allowed-now', 'itemsUnanswered', { params: { count } })
  const by = call.actor.staffId
  markSubmitted(call.database, patrol, { at: call.now, by, walkedBy: findWalker(call.database, patrol.id) ?? by })
  if (patrol.kind === 'round' && patrol.walk_ended_at === null)
    countCleanRounds(call, patrol.id, answered, patrol.status === 'missed' ? patrol.window_start : patrol.opened_at)

  const after = getPatrol(call.database, uid)
  const summary = summarize(call, after, tallyOfPatrol(call.database, patrol.id))
  call.changed({
    record: 'patrol',
    uid,
    before: { status: patrol.status },
    after: { status: after.status, answers: answered.size, due: due.length, digest: digestOf(call, patrol.id) },
  })
  return summary
}

/** Unanswered items that could have been seen by now. */
function countMissing(call: Call, patrol: PatrolRow, unanswered: readonly number[]): number {
  const { itemByNo } = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const items = unanswered.flatMap((no) => itemByNo.get(no) ?? [])
  const later = answerableFrom(call, patrol, items)
  return unanswered.length - items.filter(({ id }) => (later[id] ?? 0) > call.now).length
}

/** SHA-256 over every stored byte of the round's journal. */
export function digestOf({ database }: Pick<Call, 'database'>, patrolId: number): string {
  return createHash('sha256').update(journalText(database, patrolId)).digest('hex')
}

export function correctAnswer(call: Call, { uid, answer, reason }: InputOf<typeof patrols.correct>): Answered {
  const patrol = getPatrol(call.database, uid)
  if (patrol.submitted_at === null) throw new AppError('not-allowed-now', 'roundNotSubmitted')
  assertMayCorrect(call, patrol, answer.item)
  const result = recordAnswers(call, patrol, [answer])
  if (result.conflicts.length > 0) return result
  const item = readChecklist(call.database, patrol.checklist_version ?? undefined).itemById.get(answer.item)
  if (item) keepReason(call, patrol, item.no, reason)
  if (item && answer.value !== 'pass') forgetCleanRounds(call, item.no)
  call.changed({
    record: 'patrol-answer',
    uid,
    before: null,
    after: { item: answer.item, value: answer.value, reason, digest: digestOf(call, patrol.id) },
  })
  return result
}

function keepReason({ database }: Call, patrol: PatrolRow, itemNo: number, reason: string): void {
  const standing = findStanding(database, patrol.id, itemNo)
  if (standing) insertCorrection(database, patrol.id, itemNo, standing.revision, reason)
}

function assertMayCorrect(call: Call, patrol: PatrolRow, itemId: string): void {
  if (call.actor.role === 'outlet-head') return
  const checklist = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const itemNo = checklist.itemById.get(itemId)?.no
  const answer = listAnswers(call.database, patrol.id, patrol.opened_at ?? 0).find((one) => one.itemNo === itemNo)
  const isOwn = answer?.by === call.actor.staffId || patrol.submitted_by === call.actor.staffId
  if (!isOwn) throw new AppError('forbidden', 'correctOwnOnly')
}

export function giveBack(call: Call, { uid, reason }: InputOf<typeof patrols.giveBack>) {
  const patrol = getPatrol(call.database, uid)
  if (patrol.status !== 'submitted') throw new AppError('conflict', 'roundNotSubmitted')
  markReturned(call.database, patrol.id, reason)
  call.changed({ record: 'patrol', uid, before: { status: 'submitted' }, after: { status: 'returned', reason } })
  return { done: true as const }
}

/** A round of today with only what failed in an earlier one. */
export function recheckPatrol(call: Call, { uid }: InputOf<typeof patrols.recheck>): PatrolSummary {
  const parent = getPatrol(call.database, uid)
  if (parent.submitted_at === null) throw new AppError('not-allowed-now', 'roundNotSubmitted')
  const checklist = readChecklist(call.database)
  const wanted = new Set(
    listAnswers(call.database, parent.id, parent.opened_at ?? 0)
      .filter(({ value }) => value === 'fail')
      .map(({ itemNo }) => itemNo),
  )
  const items = checklist.items.filter(({ no }) => wanted.has(no))
  if (items.length === 0) throw new AppError('not-allowed-now', 'nothingToRecheck')
  const dayEndsAt = instantOf(call.today, 24 * 60, readZone(call.database))
  const recheckUid = call.ports.ids.uid(call.now)
  const id = insertPatrol(call.database, {
    uid: recheckUid,
    kind: 'recheck',
    on: call.today,
    round_no: parent.round_no,
    window_start: call.now,
    window_end: dayEndsAt,
    day_ends_at: dayEndsAt,
    parent_id: parent.id,
  })
  markOpened(call.database, id, {
    at: call.now,
    by: call.actor.staffId,
    status: 'running',
    isLateEntry: false,
    checklistVersion: checklist.version,
    dueItems: items.map(({ no }) => no),
  })
  countDue(call, id, items, 1)
  call.changed({
    record: 'patrol',
    uid: recheckUid,
    before: null,
    after: { kind: 'recheck', of: uid, items: items.length },
  })
  return summarize(call, getPatrol(call.database, recheckUid), tallyOfPatrol(call.database, id))
}
