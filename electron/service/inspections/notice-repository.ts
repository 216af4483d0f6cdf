import type { Database } from 'better-sqlite3'
import { type InspectionNotice, MOST_NOTICES } from '../../../shared/contract/inspections.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

const NOTICE = `SELECT notice.uid, number, inspector, issued_on AS issuedOn, reply_by AS replyBy,
    count(task.id) AS tasks, count(task.id) - count(coalesce(task.verified_at, task.closed_at)) AS open
  FROM inspection_notice notice
  LEFT JOIN inspection_notice_task link ON link.notice_id = notice.id
  LEFT JOIN rectification task ON task.id = link.rectification_id AND task.state <> 'void'`

export function listNotices(database: Database): InspectionNotice[] {
  return statement(
    database,
    `${NOTICE} GROUP BY notice.id ORDER BY issued_on DESC, notice.id DESC LIMIT ${MOST_NOTICES}`,
  ).all() as InspectionNotice[]
}

export function getNotice(database: Database, uid: string): InspectionNotice {
  const notice = statement(database, `${NOTICE} WHERE notice.uid = ? GROUP BY notice.id`).get(uid)
  if (notice === undefined) throw new AppError('not-found', 'noticeGone')
  return notice as InspectionNotice
}

/** A number belongs to one letter. */
export function findNoticeByNumber(database: Database, number: string): { uid: string } | undefined {
  return statement(database, 'SELECT uid FROM inspection_notice WHERE number = ?').get(number) as
    | { uid: string }
    | undefined
}

export type NoticeText = Pick<InspectionNotice, 'uid' | 'number' | 'inspector' | 'issuedOn' | 'replyBy'>

export function writeNotice(database: Database, notice: NoticeText): void {
  statement(
    database,
    `INSERT INTO inspection_notice (uid, number, inspector, issued_on, reply_by)
     VALUES (@uid, @number, @inspector, @issuedOn, @replyBy)
     ON CONFLICT (uid) DO UPDATE SET number = excluded.number, inspector = excluded.inspector,
       issued_on = excluded.issued_on, reply_by = excluded.reply_by`,
  ).run(notice)
}

/** The tasks of a notice, by the order in which they were found. */
export function taskUidsOf(database: Database, noticeUid: string): string[] {
  return statement(
    database,
    `SELECT task.uid FROM inspection_notice notice
     JOIN inspection_notice_task link ON link.notice_id = notice.id
     JOIN rectification task ON task.id = link.rectification_id AND task.state <> 'void'
     WHERE notice.uid = ? ORDER BY task.found_at, task.id`,
  )
    .pluck()
    .all(noticeUid) as string[]
}

export function setTasks(database: Database, noticeUid: string, taskUids: readonly string[]): void {
  const id = statement(database, 'SELECT id FROM inspection_notice WHERE uid = ?').pluck().get(noticeUid)
  statement(database, 'DELETE FROM inspection_notice_task WHERE notice_id = ?').run(id)
  const link = statement(
    database,
    'INSERT INTO inspection_notice_task (rectification_id, notice_id) SELECT id, ? FROM rectification WHERE uid = ?',
  )
  for (const uid of taskUids) link.run(id, uid)
}

/** The notice a task belongs to, if any. */
export function noticeOfTask(database: Database, taskUid: string): string | undefined {
  return statement(
    database,
    `SELECT notice.uid FROM rectification task JOIN inspection_notice_task link ON link.rectification_id = task.id
     JOIN inspection_notice notice ON notice.id = link.notice_id WHERE task.uid = ?`,
  )
    .pluck()
    .get(taskUid) as string | undefined
}
