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
  reply_reference: string | null
  reply_decided_on: string | null
  reply_reminded_on: string | null
  reply_reminders: number
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
  row: {
    reply: string
    at: number
    by: number | null
    level: number
    reference: string | null
    decidedOn: string | null
  },
): void {
  statement(
    database,
    `UPDATE accountability SET reply = @reply, replied_at = @at, replied_by = @by, level = @level,
       reply_reference = @reference, reply_decided_on = @decidedOn WHERE id = @id`,
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

/** Statements past the day by which they were to be replied to, the longest waiting first. */
export function listUnreplied(database: Database, now: number): (AnswerableRow & { staff_id: number })[] {
  return statement(
    database,
    `SELECT task.uid, task.description, reply_until AS until, staff_id
     FROM accountability JOIN rectification task ON task.id = rectification_id
     WHERE answer IS NOT NULL AND reply IS NULL AND reply_until <= ? AND task.state <> 'void'
     ORDER BY reply_until LIMIT 200`,
  ).all(now) as (AnswerableRow & { staff_id: number })[]
}

/** Counts a reminder of each such statement that had none today; gives the tasks. */
export function markReminded(database: Database, now: number, today: string): { task: string }[] {
  return statement(
    database,
    `UPDATE accountability SET reply_reminded_on = @today, reply_reminders = reply_reminders + 1
     WHERE answer IS NOT NULL AND reply IS NULL AND reply_until <= @now
       AND (reply_reminded_on IS NULL OR reply_reminded_on < @today)
       AND rectification_id IN (SELECT id FROM rectification WHERE state <> 'void')
     RETURNING (SELECT uid FROM rectification WHERE id = rectification_id) AS task`,
  ).all({ now, today }) as { task: string }[]
}
