import type {
  AccountabilityCard,
  AccountabilityDecision,
  accountability,
} from '../../../shared/contract/accountability.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import { statement } from '../database/statements.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { findPersonById, findStaffByUid, type StaffMember, staffRefs } from '../people/index.ts'
import { getTask, type RectificationRow } from '../rectifications/index.ts'
import {
  type AccountabilityRow,
  getDecision,
  insertDecision,
  listAnswerable,
  listDecisions,
  listUnreplied,
  markAnswer,
  markReminded,
  markReply,
} from './accountability-repository.ts'
import { answerUntil, readLevels, refusalOf, suggestFor } from './accountability-rules.ts'

const DECIDING = ['outlet-head', 'branch-lead']

/** The head sees all, everybody else what is said of them, a branch lead what they decided. */
function isSeenBy({ actor }: Call, row: AccountabilityRow): boolean {
  if (actor.role === 'outlet-head') return true
  if (actor.staffId === null) return false
  return row.staff_id === actor.staffId || (actor.role === 'branch-lead' && row.decided_by === actor.staffId)
}

function cardOf(call: Call, task: RectificationRow): AccountabilityCard {
  const refs = staffRefs(call.database)
  const decisions = listDecisions(call.database, task.id)
    .filter((row) => isSeenBy(call, row))
    .flatMap((row): AccountabilityDecision[] => {
      const person = refs.get(row.staff_id)
      return person
        ? [{ ...contractDecision(call, row), person, decidedBy: refs.get(row.decided_by ?? 0)?.name ?? '' }]
        : []
    })
  return {
    mayDecide: DECIDING.includes(call.actor.role ?? ''),
    levels: readLevels(call).map(({ decided_by, recorded, ...level }) => ({
      ...level,
      decidedBy: decided_by,
      isRecorded: recorded,
    })),
    decisions,
  }
}

function contractDecision(call: Call, row: AccountabilityRow): Omit<AccountabilityDecision, 'person' | 'decidedBy'> {
  const { actor, now } = call
  return {
    uid: row.uid,
    level: row.level,
    reason: row.reason,
    reference: row.reference,
    decidedAt: row.decided_at,
    answerUntil: row.answer_until,
    answer: row.answer,
    answeredAt: row.answered_at,
    replyUntil: row.reply_until,
    reply: row.reply,
    repliedAt: row.replied_at,
    replyReference: row.reply_reference,
    replyDecidedOn: row.reply_decided_on,
    isOfBranch: isOfBranch(call, row),
    replyReminders: row.reply === null ? row.reply_reminders : 0,
    mayAnswer: row.staff_id === actor.staffId && row.answer === null && now < row.answer_until,
    mayReply:
      DECIDING.includes(actor.role ?? '') &&
      row.staff_id !== actor.staffId &&
      row.answer !== null &&
      row.reply === null,
  }
}

function personOf(call: Call, uid: string): StaffMember {
  const person = findStaffByUid(call.database, uid)
  if (!person) throw new AppError('not-found', 'personGone')
  return person
}

function decide(call: Call, input: InputOf<typeof accountability.decide>): void {
  const task = getTask(call.database, input.taskUid)
  if (task.state === 'void') throw new AppError('not-allowed-now', 'accountabilityOfVoid')
  const person = personOf(call, input.personUid)
  const rule = readLevels(call).find(({ level }) => level === input.level)
  if (!rule?.recorded)
    throw new AppError('invalid-input', 'levelNotRecorded', { fields: { level: 'levelNotRecorded' } })
  const refusal = refusalOf(task, person)
  if (refusal) throw new AppError('not-allowed-now', refusal)
  if (rule.decided_by === 'branch-lead' && call.actor.role !== 'branch-lead' && input.reference === '') {
    throw new AppError('invalid-input', 'levelNeedsReference', { fields: { reference: 'levelNeedsReference' } })
  }
  if (person.id === call.actor.staffId) throw new AppError('forbidden', 'notOverOneself')
  if (listDecisions(call.database, task.id).some(({ staff_id }) => staff_id === person.id)) {
    throw new AppError('conflict', 'decidedAlready')
  }
  const uid = call.ports.ids.uid(call.now)
  insertDecision(call.database, {
    uid,
    rectification_id: task.id,
    staff_id: person.id,
    level: input.level,
    suggested: suggestFor(call, task, person).level,
    reason: input.reason,
    reference: input.reference || null,
    decided_at: call.now,
    decided_by: call.actor.staffId,
    answer_until: answerUntil(call),
  })
  tell(call, uid, task.no)
}

/** Taken by the branch, in a level that is the branch's, or entered with its reference. */
function isOfBranch(call: Call, { decided_by, level, reference }: AccountabilityRow): boolean {
  if (reference !== null) return true
  if (readLevels(call).find((rule) => rule.level === level)?.decided_by === 'branch-lead') return true
  return decided_by !== null && findPersonById(call.database, decided_by)?.role === 'branch-lead'
}

/** What a higher level decided, only a higher level lowers; the head enters its answer with reference and day. */
function assertDecidedAbove({ today }: Call, reference: string, decidedOn: string | undefined): void {
  const fields = {
    ...(reference === '' && { reference: 'branchReplyNeedsReference' }),
    ...((decidedOn === undefined || decidedOn > today) && { decidedOn: 'branchReplyNeedsReference' }),
  }
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', 'branchReplyNeedsReference', { fields })
}

/** The audit says that something was decided on a task; who and what is for the person and the head. */
function tell(call: Call, uid: string, no: string): void {
  call.changed({ record: 'accountability', uid, before: null, after: { no } })
}

function taskOf(call: Call, row: AccountabilityRow): RectificationRow {
  const uid = statement(call.database, 'SELECT uid FROM rectification WHERE id = ?').pluck().get(row.rectification_id)
  return getTask(call.database, String(uid))
}

/** Levels of a task in a line of the ledger; only the head's own ledger has them. */
export function accountabilityLevels(call: Call, taskUid: string): { zh: string; en: string }[] {
  if (call.actor.role !== 'outlet-head') return []
  const levels = new Map(readLevels(call).map((rule) => [rule.level, rule]))
  return listDecisions(call.database, getTask(call.database, taskUid).id).flatMap(
    ({ level }) => levels.get(level) ?? [],
  )
}

/** Decisions on the signed-in person that may still be answered: task, its words, by when. At most twenty. */
export function readAnswersDue({ database, actor, now }: Call): { uid: string; description: string; until: number }[] {
  return actor.staffId === null ? [] : listAnswerable(database, actor.staffId, now)
}

/** Statements past the day of their reply: for the head those to reply to, for anybody else their own. */
export function readUnreplied({ database, actor, now }: Call): { uid: string; description: string; until: number }[] {
  if (actor.staffId === null) return []
  return listUnreplied(database, now).filter(
    ({ staff_id }) => (actor.role === 'outlet-head') !== (staff_id === actor.staffId),
  )
}

export const accountabilityHandlers: HandlersOf<'accountability'> = {
  card: (call, { taskUid }) => cardOf(call, getTask(call.database, taskUid)),

  suggest(call, { taskUid, personUid }) {
    const task = getTask(call.database, taskUid)
    const person = personOf(call, personUid)
    return { ...suggestFor(call, task, person), refusal: refusalOf(task, person) }
  },

  decide(call, input) {
    decide(call, input)
    return cardOf(call, getTask(call.database, input.taskUid))
  },

  answer(call, { uid, answer }) {
    const row = getDecision(call.database, uid)
    if (row.staff_id !== call.actor.staffId) throw new AppError('not-found', 'decisionGone')
    if (row.answer !== null) throw new AppError('conflict', 'answeredAlready')
    if (call.now >= row.answer_until) throw new AppError('not-allowed-now', 'answerTooLate')
    markAnswer(call.database, row.id, { answer, at: call.now, replyUntil: answerUntil(call) })
    const task = taskOf(call, row)
    tell(call, uid, task.no)
    return cardOf(call, task)
  },

  reply(call, { uid, reply, level, reference, decidedOn }) {
    const row = getDecision(call.database, uid)
    if (!isSeenBy(call, row)) throw new AppError('not-found', 'decisionGone')
    if (row.staff_id === call.actor.staffId) throw new AppError('forbidden', 'notOverOneself')
    if (row.answer === null) throw new AppError('not-allowed-now', 'nothingAnswered')
    if (row.reply !== null) throw new AppError('conflict', 'repliedAlready')
    if (level !== undefined && level > row.level) {
      throw new AppError('invalid-input', 'levelOnlyLower', { fields: { level: 'levelOnlyLower' } })
    }
    const lowers = level !== undefined && level < row.level
    if (lowers && call.actor.role !== 'branch-lead' && isOfBranch(call, row))
      assertDecidedAbove(call, reference, decidedOn)
    markReply(call.database, row.id, {
      reply,
      at: call.now,
      by: call.actor.staffId,
      level: level ?? row.level,
      reference: reference || null,
      decidedOn: decidedOn ?? null,
    })
    const task = taskOf(call, row)
    tell(call, uid, task.no)
    return cardOf(call, task)
  },

  remind(call) {
    const { database, now, today } = call
    if (!readCalendar(call.ports).isOpen(today)) return { done: true }
    const reminded = markReminded(database, now, today)
    for (const task of new Set(reminded.map((row) => row.task))) call.touched('accountability', task)
    return { done: true }
  },
}
