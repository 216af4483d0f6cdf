import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { LockMinutes } from '../../../shared/contract/settings.ts'
import { DEFAULT_ZONE } from '../../../shared/domain/business-day.ts'
import { forget, remembered } from '../database/remembered.ts'
import { statement } from '../database/statements.ts'

/** One setting, parsed by its schema; the schema's default stands where nothing was ever saved. */
export function readSetting<S extends z.ZodType>(database: Database, key: string, schema: S): z.output<S> {
  const value = statement(database, 'SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined
  return schema.parse(value === undefined ? undefined : JSON.parse(value))
}

export function writeSetting(database: Database, key: string, value: unknown): void {
  statement(database, 'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    JSON.stringify(value),
  )
  forget(database, 'setting/')
}

const LOCK_MINUTES = 10

/** Minutes without a key or a click after which a seat is locked. */
export function readLockMinutes(database: Database): number {
  return remembered(database, 'setting/lock', () =>
    readSetting(database, 'lock.afterMinutes', LockMinutes.default(LOCK_MINUTES)),
  )
}

/** The outlet's time zone. */
export function readZone(database: Database): string {
  return remembered(database, 'setting/zone', () => readSetting(database, 'zone', z.string().default(DEFAULT_ZONE)))
}
