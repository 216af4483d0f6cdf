import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'

interface Days {
  from: string
  to: string
}

/** What stands for these days alone; private cards stand for nobody else and are not counted. */
export const AWARD_FIGURE_ROWS = {
  thanks: `SELECT receiver, substr("on", 1, 7) AS month, count(*) AS count FROM thanks
    WHERE is_private = 0 AND withdrawn_at IS NULL AND "on" BETWEEN @from AND @to GROUP BY receiver, month LIMIT 50000`,
  granted: `SELECT id, kind, staff_id, granted_on FROM award WHERE state = 'granted' AND granted_on BETWEEN @from AND @to
    LIMIT 20000`,
  members: `SELECT award_member.staff_id FROM award CROSS JOIN award_member ON award_id = award.id
    WHERE state = 'granted' AND granted_on BETWEEN @from AND @to LIMIT 50000`,
} as const

export function listThanksCounts(database: Database, days: Days) {
  return statement(database, AWARD_FIGURE_ROWS.thanks).all(days) as { receiver: number; month: string; count: number }[]
}

export function listAwardsGranted(database: Database, days: Days) {
  return statement(database, AWARD_FIGURE_ROWS.granted).all(days) as {
    id: number
    kind: string
    staff_id: number | null
    granted_on: string
  }[]
}

export function listMembers(database: Database, days: Days) {
  return statement(database, AWARD_FIGURE_ROWS.members).all(days) as { staff_id: number }[]
}
