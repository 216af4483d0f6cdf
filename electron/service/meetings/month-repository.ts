import type { Database } from 'better-sqlite3'
import type { AttendanceState } from '../../../shared/contract/meetings.ts'
import type { CaptureId } from '../../../shared/domain/meeting-keys.ts'
import { statement } from '../database/statements.ts'

const OF_MONTH = `meeting.kind IN ('morning', 'evening') AND meeting."on" BETWEEN ? AND ? AND meeting.state <> 'dropped'`

export const MONTH_SQL = {
  attendance: `SELECT staff_id, attendance.state, count(*) AS count FROM meeting
    CROSS JOIN meeting_attendance attendance ON meeting_id = meeting.id
    WHERE ${OF_MONTH} AND is_held = 1 GROUP BY staff_id, attendance.state LIMIT 2000`,
  lines: `SELECT capture, line.state, count(*) AS count FROM meeting CROSS JOIN meeting_line line ON meeting_id = meeting.id
    WHERE ${OF_MONTH} GROUP BY capture, line.state LIMIT 200`,
  tasks: `SELECT count(*) AS made, coalesce(sum(task.state IN ('closed', 'void')), 0) AS ended FROM meeting
    CROSS JOIN meeting_line line ON meeting_id = meeting.id
    CROSS JOIN rectification task ON task.id = line.rectification_id WHERE ${OF_MONTH} LIMIT 1`,
}

export function countAttendance(database: Database, from: string, to: string) {
  return statement(database, MONTH_SQL.attendance).all(from, to) as {
    staff_id: number
    state: AttendanceState
    count: number
  }[]
}

export function countTopics(database: Database, from: string, to: string) {
  return statement(database, MONTH_SQL.lines).all(from, to) as {
    capture: CaptureId
    state: 'said' | 'open' | 'done' | 'dropped'
    count: number
  }[]
}

export function countTasks(database: Database, from: string, to: string) {
  return statement(database, MONTH_SQL.tasks).get(from, to) as { made: number; ended: number }
}
