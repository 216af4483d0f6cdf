import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { MissingSince } from '../../../shared/contract/backups.ts'
import { type PlainSheet, writePlainWorkbook } from '../spreadsheets/write-plain-workbook.ts'
import { writeDurably } from '../write-durably.ts'
import { expectedSchema, newestSchema } from './expected-schema.ts'
import { countMissingSince } from './missing-since.ts'
import { step, type Watch } from './watch.ts'

export interface SalvageWish {
  /** The damaged file as it was moved aside, its `-wal` beside it. Only a copy of it is opened. */
  database: string
  /** The spreadsheet to write. */
  path: string
  workshop: string
  /** Names of sheets by table; other tables bear their own. */
  sheetNames: Record<string, string>
}

type Cell = string | number | null

/** PINs open doors, and what was said in confidence goes into no spreadsheet. */
const LEFT_OUT = /^(sqlite_|credential|recovery|draft|mood|care)/
const MOST_ROWS = 200_000
const MOST_CELL_CHARACTERS = 30_000

export interface CountWish {
  database: string
  workshop: string
  takenAt: number
  auditSize: number
  zone: string
}

/** What a damaged file says was recorded since a backup. */
export function countMissing({ database, workshop, takenAt, auditSize, zone }: CountWish): MissingSince {
  const place = mkdtempSync(join(workshop, 'salvage-'))
  try {
    const connection = openSomehow(copyAside(database, place))
    const counts = connection ? countMissingSince(connection, { takenAt, auditSize, zone }) : []
    connection?.close()
    return counts
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** What can still be read, table by table and row by row, from both ends of a damaged table. */
export async function salvage({ database, path, workshop, sheetNames }: SalvageWish, watch: Watch = {}) {
  const place = mkdtempSync(join(workshop, 'salvage-'))
  try {
    const copy = copyAside(database, place)
    const connection = openSomehow(copy)
    const tables = connection ? tablesOf(connection) : []
    const sheets: PlainSheet[] = []
    const rows: Record<string, number> = {}
    for (const [index, table] of tables.entries()) {
      step(watch, 'reading', index, tables.length)
      const sheet = connection && readTable(connection, table)
      if (!sheet) continue
      rows[table] = sheet.rows.length
      sheets.push({ ...sheet, name: sheetNames[table] ?? table })
    }
    connection?.close()
    writeDurably(path, await writePlainWorkbook(sheets.length > 0 ? sheets : [EMPTY]))
    return { rows, path }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const EMPTY: PlainSheet = { name: '–', header: [], rows: [] }

function copyAside(database: string, place: string): string {
  const copy = join(place, 'copy.db')
  copyFileSync(database, copy)
  if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`)
  return copy
}

/** As it is, else with the first hundred bytes as they are in every database of ours. */
function openSomehow(copy: string): Database | undefined {
  const opened = openIfReadable(copy)
  if (opened) return opened
  mendHeader(copy)
  return openIfReadable(copy)
}

function openIfReadable(copy: string): Database | undefined {
  let database: Database | undefined
  try {
    database = new SqliteDatabase(copy)
    database.pragma('trusted_schema = 0')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch {
    database?.close()
    return undefined
  }
}

function mendHeader(copy: string): void {
  const header = Buffer.alloc(100)
  header.write('SQLite format 3\0', 0, 'latin1')
  header.writeUInt16BE(4096, 16)
  const version = existsSync(`${copy}-wal`) ? 2 : 1
  header.set([version, version, 0, 64, 32, 32], 18)
  header.writeUInt32BE(Math.floor(statSync(copy).size / 4096), 28)
  header.writeUInt32BE(4, 44)
  header.writeUInt32BE(1, 56)
  header.writeUInt32BE(newestSchema(), 60)
  const file = openSync(copy, 'r+')
  try {
    writeSync(file, header, 0, header.length, 0)
  } finally {
    closeSync(file)
  }
}

/** Those we know; whatever else the damage may name is not read. */
function tablesOf(database: Database): string[] {
  const ours = (expectedSchema(newestSchema()) ?? []).flatMap((text) => {
    const [type, name = ''] = text.split('\n')
    return type === 'table' && !LEFT_OUT.test(name) ? [name] : []
  })
  return ours.filter((table) => {
    try {
      database.prepare(`SELECT 1 FROM "${table}" LIMIT 0`).all()
      return true
    } catch {
      return false
    }
  })
}

function readTable(database: Database, table: string): Omit<PlainSheet, 'name'> | undefined {
  try {
    const columns = database.prepare(`SELECT * FROM "${table}" LIMIT 0`).columns()
    const keys = database
      .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`)
      .pluck()
      .all() as string[]
    const order = (way: 'ASC' | 'DESC') =>
      keys.length > 0 ? ` ORDER BY ${keys.map((key) => `"${key}" ${way}`).join(', ')}` : ''
    const fromStart = readUntilDamage(database, `SELECT * FROM "${table}"${order('ASC')}`)
    const fromEnd = fromStart.isWhole
      ? []
      : readUntilDamage(database, `SELECT * FROM "${table}"${order('DESC')}`).rows.reverse()
    const known = new Set(fromStart.rows.map((row) => JSON.stringify(row)))
    const rows = [...fromStart.rows, ...fromEnd.filter((row) => !known.has(JSON.stringify(row)))]
    return { header: columns.map(({ name }) => name), rows }
  } catch {
    return undefined
  }
}

function readUntilDamage(database: Database, sql: string): { rows: Cell[][]; isWhole: boolean } {
  const rows: Cell[][] = []
  try {
    for (const row of database.prepare(sql).raw().iterate() as Iterable<unknown[]>) {
      rows.push(row.map(cellOf))
      if (rows.length >= MOST_ROWS) break
    }
    return { rows, isWhole: true }
  } catch {
    return { rows, isWhole: false }
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'string') return value.slice(0, MOST_CELL_CHARACTERS)
  return Buffer.isBuffer(value) ? value.toString('hex').slice(0, MOST_CELL_CHARACTERS) : String(value)
}
