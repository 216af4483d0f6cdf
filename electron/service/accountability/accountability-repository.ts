import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

export interface AccountabilityRow {
  id: number
  uid: string
  rectification_id: number
  staff_id: number
  level: number
  suggested: number
  reason: string
  reference: string | null
  decided_at: number
  decided_by: number | null
  answer_until: number
  answer: string | null
  answered_at: number | null
  reply_until: number | null
  reply: string | null
  replied_at: number | null
  replied_by: number | null
}

export function listDecisions(database: Database, taskId: number): AccountabilityRow[] {
  return statement(database, 'SELECT * FROM accountability WHERE rectification_id = ? ORDER BY id').all(
    taskId,
  ) as AccountabilityRow[]
}

export function getDecision(database: Database, uid: string): AccountabilityRow {
  const row = statement(database, 'SELECT * FROM accountability WHERE uid = ?').get(uid) as
    | AccountabilityRow
    | undefined
  if (!row) throw new AppError('not-found', 'decisionGone')
  return row
}

export function insertDecision(
  database: Database,
  row: Pick<
    AccountabilityRow,
    | 'uid'
    | 'rectification_id'
    | 'staff_id'
    | 'level'
    | 'suggested'
    | 'reason'
    | 'reference'
    | 'decided_at'
    | 'decided_by'
    | 'answer_until'
  >,
): void {
  statement(
    database,
    `INSERT INTO accountability (uid, rectification_id, staff_id, level, suggested, reason, reference, decided_at,
       decided_by, answer_until)
     VALUES (@uid, @rectification_id, @staff_id, @level, @suggested, @reason, @reference, @decided_at, @decided_by,
       @answer_until)`,
  ).run(row)
}

export function markAnswer(database: Database, id: number, row: { answer: string; at: number; replyUntil: number }) {
  statement(
    database,
    'UPDATE accountability SET answer = @answer, answered_at = @at, reply_until = @replyUntil WHERE id = @id',
  ).run({ ...row, id })
}

export function markReply(
  database: Database,
  id: number,
  row: { reply: string; at: number; by: number | null; level: number },
): void {
  statement(
    database,
    'UPDATE accountability SET reply = @reply, replied_at = @at, replied_by = @by, level = @level WHERE id = @id',
  ).run({ ...row, id })
}

interface AnswerableRow {
  uid: string
  description: string
  until: number
}

/** Decisions on a person that they may still answer. */
export function listAnswerable(database: Database, staffId: number, now: number): AnswerableRow[] {
  return statement(
    database,
    `SELECT task.uid, task.description, answer_until AS until FROM accountability
     JOIN rectification task ON task.id = rectification_id
     WHERE staff_id = ? AND answer IS NULL AND answer_until > ? ORDER BY decided_at LIMIT 20`,
  ).all(staffId, now) as AnswerableRow[]
}
