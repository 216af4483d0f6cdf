import type { Database } from 'better-sqlite3'
import { ANSWERS, type AnswerValue } from '../../../shared/contract/patrols.ts'
import { statement } from '../database/statements.ts'
import { openWithin } from '../rectifications/index.ts'

/** The answer that stands for one item of one round. */
export interface ProofAnswer {
  patrolId: number
  itemNo: number
  on: string
  roundNo: number
  value: AnswerValue
  by: string
  note: string
  /** Number of the task that a fail opened or was counted in. */
  taskNo: string
}

/** By day, round and item. Re-checks are left out, as in every figure. */
export function listProofAnswers(
  database: Database,
  items: readonly number[],
  from: string,
  to: string,
): ProofAnswer[] {
  const rows = statement(
    database,
    `SELECT answer.patrol_id, answer.item_no, "on", round_no, answer.value,
       coalesce(remark.by_text, staff.name, ''), coalesce(remark.note, ''),
       coalesce(CASE WHEN answer.value = ${ANSWERS.indexOf('fail') + 1} THEN (
         SELECT no FROM rectification WHERE patrol_id = answer.patrol_id AND patrol_item_no = answer.item_no
         UNION ALL
         SELECT no FROM rectification_known known JOIN rectification ON rectification.id = known.rectification_id
         WHERE known.patrol_id = answer.patrol_id AND known.item_no = answer.item_no LIMIT 1) END, '')
     FROM (SELECT patrol_answer.patrol_id, item_no, max(revision) AS revision, value, by, patrol."on", patrol.round_no
       FROM patrol CROSS JOIN patrol_answer ON patrol_answer.patrol_id = patrol.id
       WHERE patrol."on" BETWEEN ? AND ? AND patrol.kind <> 'recheck'
         AND item_no IN (SELECT value FROM json_each(?))
       GROUP BY patrol_answer.patrol_id, item_no) answer
     LEFT JOIN patrol_remark remark USING (patrol_id, item_no, revision)
     LEFT JOIN staff ON staff.id = answer.by
     ORDER BY "on", round_no, answer.item_no`,
  )
    .raw()
    .all(from, to, JSON.stringify(items)) as [number, number, string, number, number, string, string, string][]
  return rows.map(([patrolId, itemNo, on, roundNo, value, by, note, taskNo]) => ({
    patrolId,
    itemNo,
    on,
    roundNo,
    value: ANSWERS[value - 1] ?? 'not-seen',
    by,
    note,
    taskNo,
  }))
}

export interface ProofTask {
  id: number
  no: string
  itemNo: number
  description: string
  severity: 'minor' | 'major' | 'critical'
  state: string
  owner: string
  foundAt: number
  dueAt: number
  doneAt: number | null
  verifiedAt: number | null
  closedAt: number | null
}

/** Found, or open at any time, from one instant until before the other, as in the ledger; in the order they were found. */
export function listProofTasks(
  database: Database,
  items: readonly number[],
  fromAt: number,
  untilAt: number,
): ProofTask[] {
  return statement(
    database,
    `SELECT rectification.id, no, item_no AS itemNo, description, severity, state,
       coalesce(staff.name, owner_text, '') AS owner, found_at AS foundAt, due_at AS dueAt, done_at AS doneAt,
       verified_at AS verifiedAt, closed_at AS closedAt
     FROM rectification LEFT JOIN staff ON staff.id = owner_staff
     WHERE ${openWithin('@fromAt', '@untilAt')} AND state <> 'void'
       AND item_no IN (SELECT value FROM json_each(@items))
     ORDER BY found_at, rectification.id`,
  ).all({ fromAt, untilAt, items: JSON.stringify(items) }) as ProofTask[]
}

export interface ProofLine {
  on: string
  kind: 'morning' | 'evening'
  capture: string
  words: string
  person: string
  extra: string | null
  taskId: number | null
}

/** What signed meetings say of trainings and drills, and of tasks. */
export function listProofLines(database: Database, from: string, to: string): ProofLine[] {
  return statement(
    database,
    `SELECT meeting."on", meeting.kind, capture, words, coalesce(staff.name, '') AS person, extra,
       rectification_id AS taskId
     FROM meeting JOIN meeting_line line ON line.meeting_id = meeting.id
     LEFT JOIN staff ON staff.id = line.staff_id
     WHERE meeting.kind IN ('morning', 'evening') AND meeting."on" BETWEEN ? AND ?
       AND meeting.state = 'signed' AND meeting.is_held = 1
       AND (capture IN ('drill-result', 'quiz') OR rectification_id IS NOT NULL)
     ORDER BY meeting."on", meeting.kind DESC, line.id`,
  ).all(from, to) as ProofLine[]
}

/** Signed meetings that were held, by month. */
export function countMeetings(database: Database, from: string, to: string): Map<string, number> {
  const rows = statement(
    database,
    `SELECT substr("on", 1, 7), count(*) FROM meeting
     WHERE kind IN ('morning', 'evening') AND "on" BETWEEN ? AND ? AND state = 'signed' AND is_held = 1 GROUP BY 1`,
  )
    .raw()
    .all(from, to) as [string, number][]
  return new Map(rows)
}

export interface ProofAward {
  no: string
  kind: string
  /** Empty where it is the outlet itself. */
  nominee: string
  reason: string
  grantedOn: string
}

/** Granted in these days and not revoked. */
export function listProofAwards(database: Database, from: string, to: string): ProofAward[] {
  return statement(
    database,
    `SELECT no, kind, coalesce(staff.name, team_name, '') AS nominee, reason, granted_on AS grantedOn
     FROM award LEFT JOIN staff ON staff.id = staff_id
     WHERE state = 'granted' AND granted_on BETWEEN ? AND ? ORDER BY granted_on, award.id`,
  ).all(from, to) as ProofAward[]
}
