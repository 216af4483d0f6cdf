import type { Database } from 'better-sqlite3'
import type { OwnerId } from '../../../shared/contract/checklists.ts'
import type { LineState } from '../../../shared/contract/meeting-lines.ts'
import { MOST_OPEN_LINES } from '../../../shared/contract/meetings.ts'
import type { CaptureId } from '../../../shared/domain/meeting-keys.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

export interface LineRow {
  id: number
  uid: string
  meeting_id: number
  step_id: string
  capture: CaptureId
  words: string
  staff_id: number | null
  due_on: string | null
  state: LineState
  reason: string | null
  ended_at: number | null
  ended_by: number | null
  rectification_id: number | null
  /** Of a decision: whose queue it laid the task in. */
  queue: OwnerId | null
  extra: string | null
  at: number
  by: number | null
}

/** A line with the meeting it was said in and the task it became. */
export interface FoundLine extends LineRow {
  meeting_uid: string
  meeting_on: string
  meeting_state: string
  task_uid: string | null
  task_no: string | null
  task_state: string | null
  task_due_at: number | null
  task_owner: number | null
  task_queue: OwnerId | null
  task_owner_text: string | null
}

export const FOUND = `SELECT line.*, meeting.uid AS meeting_uid, meeting."on" AS meeting_on, meeting.state AS meeting_state,
  task.uid AS task_uid, task.no AS task_no, task.state AS task_state, task.due_at AS task_due_at,
  task.owner_staff AS task_owner, task.owner_queue AS task_queue, task.owner_text AS task_owner_text
  FROM meeting_line line CROSS JOIN meeting ON meeting.id = line.meeting_id
  LEFT JOIN rectification task ON task.id = line.rectification_id`

/** When a line was said: a log written down afterwards says nothing later than its meeting's end. */
export const SAID_AT = 'min(line.at, coalesce(meeting.ended_at, line.at))'

/** What is due first, so the overdue lead; lines without a day follow, the first written first. */
export const BY_DUE_DAY = 'ORDER BY line.due_on IS NULL, line.due_on, line.at, line.id'

export const LINE_SQL = {
  one: `${FOUND} WHERE line.uid = ? LIMIT 1`,
  ofMeeting: `${FOUND} WHERE line.meeting_id = ? ORDER BY line.id LIMIT 300`,
  /** Open in any meeting that stands. */
  open: `${FOUND} WHERE line.state = 'open' AND meeting.state <> 'dropped' AND ${SAID_AT} < ?
    ${BY_DUE_DAY} LIMIT ${MOST_OPEN_LINES} OFFSET ?`,
  openCount: `SELECT count(*) FROM meeting_line line CROSS JOIN meeting ON meeting.id = line.meeting_id
    WHERE line.state = 'open' AND meeting.state <> 'dropped' AND ${SAID_AT} < ?`,
  lateCount: `SELECT count(*) FROM meeting_line line CROSS JOIN meeting ON meeting.id = line.meeting_id
    WHERE line.state = 'open' AND meeting.state <> 'dropped' AND ${SAID_AT} < ? AND line.due_on < ?`,
  ofCapture: 'SELECT count(*) FROM meeting_line WHERE meeting_id = ? AND capture = ?',
  mornings: `SELECT count(*) FROM meeting WHERE kind = 'morning' AND "on" > ? AND "on" <= ? AND state <> 'dropped'`,
}

export type NewLine = Omit<LineRow, 'id' | 'reason' | 'ended_at' | 'ended_by'>

export function insertLine(database: Database, line: NewLine): void {
  statement(
    database,
    `INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, staff_id, due_on, state, rectification_id,
       queue, extra, at, by)
     VALUES (@uid, @meeting_id, @step_id, @capture, @words, @staff_id, @due_on, @state, @rectification_id, @queue, @extra,
       @at, @by)`,
  ).run(line)
}

export function updateLine(database: Database, id: number, change: Partial<Omit<LineRow, 'id' | 'uid'>>): void {
  const set = Object.keys(change).map((name) => `${name} = @${name}`)
  statement(database, `UPDATE meeting_line SET ${set.join(', ')} WHERE id = @id`).run({ ...change, id })
}

export function deleteLine(database: Database, id: number): void {
  statement(database, 'DELETE FROM meeting_line WHERE id = ?').run(id)
}

export function findLine(database: Database, uid: string): FoundLine | undefined {
  return statement(database, LINE_SQL.one).get(uid) as FoundLine | undefined
}

export function getLine(database: Database, uid: string): FoundLine {
  const line = findLine(database, uid)
  if (!line || line.meeting_state === 'dropped') throw new AppError('not-found', 'meetingLineGone')
  return line
}

export function listLinesOf(database: Database, meetingId: number): FoundLine[] {
  return statement(database, LINE_SQL.ofMeeting).all(meetingId) as FoundLine[]
}

/** Unfinished and said before that instant, at most a hundred from `offset` on. */
export function listOpenLines(database: Database, before: number, offset = 0): FoundLine[] {
  return statement(database, LINE_SQL.open).all(before, offset) as FoundLine[]
}

export function countOpenLines(database: Database, before: number): number {
  return Number(statement(database, LINE_SQL.openCount).pluck().get(before))
}

/** Of those, whose day was before that day. */
export function countLateLines(database: Database, before: number, today: string): number {
  return Number(statement(database, LINE_SQL.lateCount).pluck().get(before, today))
}

export function countLines(database: Database, meetingId: number, capture: CaptureId): number {
  return Number(statement(database, LINE_SQL.ofCapture).pluck().get(meetingId, capture))
}

/** Morning meetings after a day, up to another. */
export function countMornings(database: Database, after: string, until: string): number {
  return Number(statement(database, LINE_SQL.mornings).pluck().get(after, until))
}

export interface RaiseRow {
  id: number
  line_id: number
  raised_at: number
  raised_by: number | null
  note: string | null
  answer: string | null
  answered_by: string | null
  answered_on: string | null
  entered_at: number | null
}

const RAISED = `SELECT line.uid FROM meeting_line_raise sent CROSS JOIN meeting_line line ON line.id = sent.line_id
  CROSS JOIN meeting ON meeting.id = line.meeting_id`

export const RAISE_SQL = {
  ofLine: 'SELECT * FROM meeting_line_raise WHERE line_id = ? ORDER BY id LIMIT 20',
  waiting: `${RAISED} WHERE sent.answer IS NULL AND meeting.state <> 'dropped' ORDER BY sent.id LIMIT 500`,
  answered: `${RAISED} WHERE sent.answer IS NOT NULL AND meeting.state <> 'dropped' ORDER BY sent.id DESC LIMIT 500`,
}

export function listRaises(database: Database, lineId: number): RaiseRow[] {
  return statement(database, RAISE_SQL.ofLine).all(lineId) as RaiseRow[]
}

/** Uids of raised lines, without an answer or with one. */
export function listRaised(database: Database, isAnswered: boolean): string[] {
  return statement(database, isAnswered ? RAISE_SQL.answered : RAISE_SQL.waiting)
    .pluck()
    .all() as string[]
}

export function insertRaise(database: Database, lineId: number, at: number, by: number | null, note: string | null) {
  statement(database, 'INSERT INTO meeting_line_raise (line_id, raised_at, raised_by, note) VALUES (?, ?, ?, ?)').run(
    lineId,
    at,
    by,
    note,
  )
}

export function saveAnswer(
  database: Database,
  raiseId: number,
  answer: { answer: string; answered_by: string | null; answered_on: string | null; at: number; by: number | null },
): void {
  statement(
    database,
    `UPDATE meeting_line_raise SET answer = @answer, answered_by = @answered_by, answered_on = @answered_on,
       entered_at = @at, entered_by = @by WHERE id = @raiseId`,
  ).run({ ...answer, raiseId })
}
