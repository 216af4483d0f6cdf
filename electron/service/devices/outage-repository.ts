import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

/** As stored; names are those of the columns. */
export interface OutageRow {
  id: number
  uid: string
  device_id: number
  started_at: number
  ended_at: number | null
  is_partial: number
  reason: string | null
  ticket: string | null
  vendor: string | null
  called_at: number | null
  arrived_at: number | null
  repaired_at: number | null
  entered_at: number
  entered_by: number | null
  ended_by: number | null
  patrol_id: number | null
  item_no: number | null
  end_patrol_id: number | null
  end_item_no: number | null
  rectification_id: number | null
  withdrawn_at: number | null
  withdrawn_reason: string | null
  revision: number
}

export type NewOutage = Omit<OutageRow, 'id' | 'revision' | 'withdrawn_at' | 'withdrawn_reason'>

const COLUMNS = [
  'uid',
  'device_id',
  'started_at',
  'ended_at',
  'is_partial',
  'reason',
  'ticket',
  'vendor',
  'called_at',
  'arrived_at',
  'repaired_at',
  'entered_at',
  'entered_by',
  'ended_by',
  'patrol_id',
  'item_no',
  'end_patrol_id',
  'end_item_no',
  'rectification_id',
] as const satisfies (keyof NewOutage)[]

/** Nothing known but what it is about. */
export const BLANK_OUTAGE = {
  ended_at: null,
  is_partial: 0,
  reason: null,
  ticket: null,
  vendor: null,
  called_at: null,
  arrived_at: null,
  repaired_at: null,
  ended_by: null,
  patrol_id: null,
  item_no: null,
  end_patrol_id: null,
  end_item_no: null,
  rectification_id: null,
}

export function insertOutage(database: Database, outage: NewOutage): void {
  statement(
    database,
    `INSERT INTO device_outage (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
  ).run(outage)
}

type Change = Partial<Omit<OutageRow, 'id' | 'uid' | 'device_id' | 'revision'>>

/** Every change is a new revision, so that two people cannot overwrite one another. */
export function updateOutageRow(database: Database, id: number, change: Change): void {
  const names = Object.keys(change)
  const set = [...names.map((name) => `${name} = @${name}`), 'revision = revision + 1'].join(', ')
  statement(database, `UPDATE device_outage SET ${set} WHERE id = @id`).run({ ...change, id })
}

export function getOutage(database: Database, uid: string): OutageRow {
  const row = statement(database, 'SELECT * FROM device_outage WHERE uid = ? AND withdrawn_at IS NULL').get(uid)
  if (!row) throw new AppError('not-found', 'outageGone')
  return row as OutageRow
}

export const SQL = {
  open: 'SELECT * FROM device_outage WHERE ended_at IS NULL AND withdrawn_at IS NULL ORDER BY started_at DESC LIMIT 1000',
  openOf: `SELECT * FROM device_outage WHERE device_id = ? AND ended_at IS NULL AND withdrawn_at IS NULL
     ORDER BY started_at LIMIT 20`,
  /** Two ranges, so that the years before the period are never read. */
  between: `SELECT * FROM (
       SELECT * FROM device_outage WHERE withdrawn_at IS NULL AND ended_at > @from AND started_at < @to
       UNION ALL
       SELECT * FROM device_outage WHERE withdrawn_at IS NULL AND ended_at IS NULL AND started_at < @to)
     WHERE @device IS NULL OR device_id = @device ORDER BY started_at DESC, id DESC LIMIT @limit`,
  firstOf: `SELECT started_at FROM device_outage WHERE device_id = ? AND withdrawn_at IS NULL
     ORDER BY started_at LIMIT 1`,
  ofAnswer: `SELECT * FROM device_outage WHERE patrol_id = ? AND item_no = ? AND withdrawn_at IS NULL
     ORDER BY id LIMIT 50`,
  endedByAnswer: `SELECT * FROM device_outage WHERE end_patrol_id = ? AND end_item_no = ? AND withdrawn_at IS NULL
     ORDER BY id LIMIT 50`,
  /** Opened through an item, lasting at an instant and ended by a round since. */
  endedOfItemAfter: `SELECT * FROM device_outage WHERE item_no = @item AND withdrawn_at IS NULL AND ended_at > @at
     AND started_at <= @at AND end_item_no = @item LIMIT 1000`,
  openOfItem: `SELECT * FROM device_outage WHERE item_no = ? AND ended_at IS NULL AND withdrawn_at IS NULL
     ORDER BY started_at, id LIMIT 50`,
}

/** Unfinished ones, the newest first. */
export function listOpenOutages(database: Database): OutageRow[] {
  return statement(database, SQL.open).all() as OutageRow[]
}

export function listOpenOutagesOf(database: Database, deviceId: number): OutageRow[] {
  return statement(database, SQL.openOf).all(deviceId) as OutageRow[]
}

/** Those that touch any instant from `from` up to `to`, newest first. */
export function listOutagesBetween(
  database: Database,
  wish: { from: number; to: number; device: number | null; limit: number },
): OutageRow[] {
  return statement(database, SQL.between).all(wish) as OutageRow[]
}

const MOST_AT_ONCE = 1000

/** Those of a device that lasted at an instant. */
export function listOutagesAt(database: Database, at: number, device: number): OutageRow[] {
  return listOutagesBetween(database, { from: at, to: at + 1, device, limit: MOST_AT_ONCE })
}

export function findFirstStart(database: Database, deviceId: number): number | undefined {
  return statement(database, SQL.firstOf).pluck().get(deviceId) as number | undefined
}

export function listOutagesOfAnswer(database: Database, patrolId: number, itemNo: number): OutageRow[] {
  return statement(database, SQL.ofAnswer).all(patrolId, itemNo) as OutageRow[]
}

export function listOutagesEndedByAnswer(database: Database, patrolId: number, itemNo: number): OutageRow[] {
  return statement(database, SQL.endedByAnswer).all(patrolId, itemNo) as OutageRow[]
}

/** Those that a round opened through this item, that lasted at an instant, and that nobody but a round has ended; newest first. */
export function listOutagesOfItemAt(database: Database, itemNo: number, at: number): OutageRow[] {
  const ended = statement(database, SQL.endedOfItemAfter).all({ item: itemNo, at }) as OutageRow[]
  const open = listOpenOutagesOfItem(database, itemNo).filter(({ started_at }) => started_at <= at)
  return [...ended, ...open].sort((one, other) => other.started_at - one.started_at || other.id - one.id)
}

/** Unfinished ones that a round opened through this item. */
export function listOpenOutagesOfItem(database: Database, itemNo: number): OutageRow[] {
  return statement(database, SQL.openOfItem).all(itemNo) as OutageRow[]
}

export interface CorrectionRow {
  outage_id: number
  revision: number
  at: number
  by: number | null
  reason: string
  started_at: number
  ended_at: number | null
  is_partial: number
}

export function insertCorrection(database: Database, correction: CorrectionRow): void {
  statement(
    database,
    `INSERT INTO device_outage_correction VALUES
       (@outage_id, @revision, @at, @by, @reason, @started_at, @ended_at, @is_partial)`,
  ).run(correction)
}

/** In the order they were made. */
export function listCorrections(database: Database, outageId: number): CorrectionRow[] {
  return statement(
    database,
    'SELECT * FROM device_outage_correction WHERE outage_id = ? ORDER BY revision LIMIT 100',
  ).all(outageId) as CorrectionRow[]
}
