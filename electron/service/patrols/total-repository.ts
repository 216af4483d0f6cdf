import type { Database } from 'better-sqlite3'
import { addTally, EMPTY_TALLY, type Tally } from '../../../shared/domain/patrol-figures.ts'
import { statement } from '../database/statements.ts'

export function tallyOfPatrol(database: Database, patrolId: number): Tally {
  const sum = statement(database, `SELECT ${SUMS} FROM patrol_total WHERE patrol_id = ? HAVING count(*) > 0`).get(
    patrolId,
  )
  return (sum as Tally | undefined) ?? { ...EMPTY_TALLY }
}

const SUMS = `sum(due) AS due, sum(pass) AS pass, sum(fixed) AS fixed, sum(fail) AS fail, sum(na) AS na,
  sum(not_seen) AS notSeen, sum(weight_pass) AS weightPass, sum(weight_fixed) AS weightFixed,
  sum(weight_answered) AS weightAnswered, sum(weight_na) AS weightNa, sum(critical_fails) AS criticalFails`

/** Per round of a span of days. */
export function talliesByPatrol(database: Database, from: string, to: string): Map<number, Tally> {
  const rows = statement(
    database,
    `SELECT patrol_id AS id, ${SUMS} FROM patrol JOIN patrol_total ON patrol_id = patrol.id
     WHERE "on" BETWEEN ? AND ? GROUP BY patrol_id`,
  ).all(from, to) as ({ id: number } & Tally)[]
  return new Map(rows.map(({ id, ...tally }) => [id, tally]))
}

export interface SpanTallies {
  /** One per day and round. */
  rounds: RoundTally[]
  zones: Map<number, Tally>
}

export interface RoundTally {
  on: string
  roundNo: number
  tally: Tally
}

/**
 * Sums of a span of days by round and by zone, from one read: SQLite would sort it twice. Re-checks, and missed rounds
 * that an import stands for, are left out: nothing counts twice.
 */
export function talliesOfSpan(database: Database, from: string, to: string): SpanTallies {
  const roundOf = new Map<number, RoundTally>()
  const rounds = new Map<string, RoundTally>()
  for (const [id, on, roundNo] of statement(
    database,
    `SELECT id, "on", round_no FROM patrol WHERE ${COUNTED} ORDER BY "on", round_no`,
  )
    .raw()
    .all(from, to) as [number, string, number][]) {
    const key = `${on}/${roundNo}`
    const round = rounds.get(key) ?? { on, roundNo, tally: { ...EMPTY_TALLY } }
    rounds.set(key, round)
    roundOf.set(id, round)
  }
  const zones = new Map<number, Tally>()
  for (const row of statement(
    database,
    `SELECT patrol_id, zone_no, due, pass, fixed, fail, na, not_seen, weight_pass, weight_fixed, weight_answered,
       weight_na, critical_fails
     FROM patrol CROSS JOIN patrol_total ON patrol_id = patrol.id WHERE ${COUNTED}`,
  )
    .raw()
    .all(from, to) as number[][]) {
    const [patrolId = 0, zoneNo = 0] = row
    const zone = zones.get(zoneNo) ?? { ...EMPTY_TALLY }
    zones.set(zoneNo, zone)
    const tally = tallyOfColumns(row)
    addTally(zone, tally)
    const round = roundOf.get(patrolId)
    if (round) addTally(round.tally, tally)
  }
  return { rounds: [...rounds.values()], zones }
}

const COUNTED = `"on" BETWEEN ? AND ? AND kind <> 'recheck'
  AND NOT (opened_at IS NULL AND EXISTS (SELECT 1 FROM patrol imported WHERE imported.kind = 'import'
    AND imported."on" = patrol."on" AND imported.round_no = patrol.round_no))`

function tallyOfColumns(row: readonly number[]): Tally {
  return {
    due: row[2] ?? 0,
    pass: row[3] ?? 0,
    fixed: row[4] ?? 0,
    fail: row[5] ?? 0,
    na: row[6] ?? 0,
    notSeen: row[7] ?? 0,
    weightPass: row[8] ?? 0,
    weightFixed: row[9] ?? 0,
    weightAnswered: row[10] ?? 0,
    weightNa: row[11] ?? 0,
    criticalFails: row[12] ?? 0,
  }
}

/** Adds a difference to the sums of one round and zone. */
export function addToTotal(database: Database, patrolId: number, zoneNo: number, difference: Tally): void {
  statement(
    database,
    `INSERT INTO patrol_total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (patrol_id, zone_no) DO UPDATE SET due = due + excluded.due, pass = pass + excluded.pass,
       fixed = fixed + excluded.fixed, fail = fail + excluded.fail, na = na + excluded.na,
       not_seen = not_seen + excluded.not_seen, weight_pass = weight_pass + excluded.weight_pass,
       weight_fixed = weight_fixed + excluded.weight_fixed,
       weight_answered = weight_answered + excluded.weight_answered, weight_na = weight_na + excluded.weight_na,
       critical_fails = critical_fails + excluded.critical_fails`,
  ).run(
    patrolId,
    zoneNo,
    difference.due,
    difference.pass,
    difference.fixed,
    difference.fail,
    difference.na,
    difference.notSeen,
    difference.weightPass,
    difference.weightFixed,
    difference.weightAnswered,
    difference.weightNa,
    difference.criticalFails,
  )
}

export interface ItemDay {
  on: string
  itemNo: number
  fail: number
  fixed: number
  notSeen: number
}

export function addToItemDay(database: Database, difference: ItemDay): void {
  statement(
    database,
    `INSERT INTO patrol_item_day VALUES (@on, @itemNo, @fail, @fixed, @notSeen)
     ON CONFLICT ("on", item_no) DO UPDATE SET fail = fail + excluded.fail, fixed = fixed + excluded.fixed,
       not_seen = not_seen + excluded.not_seen`,
  ).run(difference)
}

export function listItemDays(database: Database, from: string, to: string): ItemDay[] {
  return statement(
    database,
    `SELECT "on", item_no AS itemNo, fail, fixed, not_seen AS notSeen FROM patrol_item_day
     WHERE "on" BETWEEN ? AND ? AND fail + fixed + not_seen > 0`,
  ).all(from, to) as ItemDay[]
}

/** One row per round of a day that was due by now; an imported round stands for the one nobody held. */
export function roundCounts(database: Database, from: string, to: string, now: number) {
  return statement(
    database,
    `SELECT "on", round_no AS roundNo, 1 AS due, max(status IN ('submitted', 'returned')) AS held,
       max(status = 'submitted' AND is_late_entry AND kind = 'round') AS late
     FROM patrol WHERE "on" BETWEEN ? AND ? AND kind <> 'recheck'
       AND (opened_at IS NOT NULL OR window_end <= ?) GROUP BY "on", round_no`,
  ).all(from, to, now) as { on: string; roundNo: number; due: number; held: number; late: number }[]
}
