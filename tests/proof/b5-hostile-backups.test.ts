import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { makeBackupOf } from '../../electron/service/backups/index.ts'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { proved } from '../harness/proved.ts'

const NEWEST = migrations.at(-1)?.version ?? 0

/** What a stranger may have done to a copy through SQL; each is refused although its manifest agrees with the file. */
const BY_SQL: Record<string, string> = {
  'a trigger on reading in': "CREATE TRIGGER t AFTER INSERT ON staff BEGIN UPDATE staff SET name = 'x'; END",
  'a trigger on removal': 'CREATE TRIGGER t BEFORE DELETE ON audit_entry BEGIN SELECT raise(IGNORE); END',
  'a trigger on change': 'CREATE TRIGGER t AFTER UPDATE ON setting BEGIN DELETE FROM audit_entry; END',
  'a trigger on a view': 'CREATE VIEW v AS SELECT 1; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END',
  'a view over PINs': 'CREATE VIEW v AS SELECT * FROM credential',
  'a view in place of a table': 'DROP TABLE report_typed; CREATE VIEW report_typed AS SELECT 1 AS kind',
  'a view that never ends':
    'CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c',
  'a table more': 'CREATE TABLE more (a TEXT) STRICT',
  'a table less': 'DROP TABLE import_mapping',
  'a table of another name': 'ALTER TABLE report_typed RENAME TO report_other',
  'a column more': 'ALTER TABLE staff ADD COLUMN more TEXT',
  'a column less': 'ALTER TABLE report_typed DROP COLUMN typed_by',
  'a column of another name': 'ALTER TABLE report_typed RENAME COLUMN typed_by TO typed_from',
  'a generated column': 'ALTER TABLE staff ADD COLUMN g TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL',
  'an index more': 'CREATE INDEX i ON staff (name)',
  'an index over an expression': 'CREATE INDEX i ON staff (lower(name))',
  'a partial index': "CREATE INDEX i ON staff (name) WHERE name LIKE 'x%'",
  'an index less': 'DROP INDEX patrol_by_day',
  'an index that forbids': 'CREATE UNIQUE INDEX i ON audit_entry (actor_name, at)',
  'a loose table': 'DROP TABLE report_typed; CREATE TABLE report_typed (kind, month, field, text, typed_at, typed_by)',
  'a check that computes':
    'DROP TABLE import_mapping; CREATE TABLE import_mapping (kind TEXT PRIMARY KEY, mapping TEXT NOT NULL CHECK (length(randomblob(9)) > 0)) STRICT, WITHOUT ROWID',
  'a default that computes':
    'DROP TABLE import_mapping; CREATE TABLE import_mapping (kind TEXT PRIMARY KEY, mapping TEXT NOT NULL DEFAULT (hex(randomblob(9)))) STRICT, WITHOUT ROWID',
  'a full-text table': 'CREATE VIRTUAL TABLE f USING fts5(a)',
  'an r-tree': 'CREATE VIRTUAL TABLE f USING rtree(id, a, b)',
  'a shadow of a table': 'CREATE TABLE "staff " (a TEXT) STRICT',
  'a table named like one of SQLite': 'CREATE TABLE "sqlitе_x" (a TEXT) STRICT',
  'a newer schema': `PRAGMA user_version = ${NEWEST + 10}`,
  'the newest number of all': 'PRAGMA user_version = 2147483647',
  'a negative schema': 'PRAGMA user_version = -1',
  'a schema nobody wrote': `PRAGMA user_version = ${NEWEST - 1}`,
  'an older number on a newer schema': 'PRAGMA user_version = 10',
  'no number': 'PRAGMA user_version = 0',
  'references that dangle':
    "PRAGMA foreign_keys = OFF; INSERT INTO credential (staff_id, hash, must_change) VALUES (999, 'x', 0)",
  'another text encoding': 'VACUUM',
}

/** What may have been done to the bytes. */
const BY_BYTES: Record<string, (bytes: Buffer) => Buffer> = {
  empty: () => Buffer.alloc(0),
  'one byte': () => Buffer.from([0]),
  'a text file': () => Buffer.from('SQLite format 4\0 not at all'),
  'a spreadsheet': () => Buffer.from('504b0304', 'hex'),
  'zeros of the same length': (bytes) => Buffer.alloc(bytes.length),
  'the header alone': (bytes) => bytes.subarray(0, 100),
  'the first page alone': (bytes) => bytes.subarray(0, 4096),
  'half of it': (bytes) => bytes.subarray(0, bytes.length >> 1),
  'a page size of nothing': (bytes) => changed(bytes, 16, [0, 3]),
  'another file format': (bytes) => changed(bytes, 18, [9, 9]),
  'a schema page of noise': (bytes) => changed(bytes, 100, Buffer.alloc(3000, 0xa5)),
  'a page of noise': (bytes) => changed(bytes, 4096 * 3, Buffer.alloc(4096, 0x5a)),
  'a first page that points at itself': (bytes) => changed(bytes, 100, [5, 0, 0, 0, 1, 15, 251, 0, 0, 0, 0, 1]),
  'free pages that never end': (bytes) => changed(bytes, 32, [0, 0, 0, 2, 0, 255, 255, 255]),
  'more pages than there are': (bytes) => changed(bytes, 28, [0, 255, 255, 255]),
  'two files in one': (bytes) => Buffer.concat([bytes, bytes]).subarray(0, bytes.length + 1000),
}

function changed(bytes: Buffer, at: number, put: ArrayLike<number>): Buffer {
  const copy = Buffer.from(bytes)
  copy.set(put, at)
  return copy
}

describe('B5: a hostile backup is refused and none of its SQL runs', () => {
  let folder: string
  let good: string
  let tried = 0
  const { verify, stage } = createBackupJobs()
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chenxun-hostile-'))
    const live = openDatabase(join(folder, 'live.db'))
    migrate(live, migrations)
    live.exec("INSERT INTO outlet VALUES (1, 'u', 'YZ', 'n', 0, 0)")
    const places = {
      database: '',
      files: join(folder, 'files'),
      folder: join(folder, 'good'),
      appVersion: 'test',
      signingKey: join(folder, 'key.pem'),
    }
    good = join(places.folder, makeBackupOf(live, places, { reason: 'manual', takenAt: 0 }).id)
    live.close()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    proved({ id: 'B5', runs: tried, bad: 0 })
  })

  /** The manifest is forged as well: it names the very bytes that lie there. */
  function forge(make: (path: string) => void, more: object = {}): string {
    const place = mkdtempSync(join(folder, 'forged-'))
    const path = join(place, 'forged.db')
    copyFileSync(`${good}.db`, path)
    make(path)
    const { size: bytes } = statSync(path)
    const sha256 = bytes > 1e9 ? '0'.repeat(64) : createHash('sha256').update(readFileSync(path)).digest('hex')
    const manifest = JSON.parse(readFileSync(`${good}.json`, 'utf8'))
    const forged = {
      ...manifest,
      signature: null,
      id: 'forged',
      database: { bytes, sha256 },
      stored: { file: 'forged.db', bytes, sha256 },
    }
    writeFileSync(join(place, 'forged.json'), JSON.stringify({ ...forged, ...more }))
    return path
  }

  async function refusal(path: string): Promise<unknown> {
    tried++
    const workshop = mkdtempSync(join(folder, 'shop-'))
    const again = await stage({ path, workshop, files: join(workshop, 'files') }).catch((error) => error)
    expect(again).toMatchObject({ name: 'AppError' })
    return verify({ path, workshop }).then(
      () => 'taken',
      (error) => error.detail?.reason ?? error,
    )
  }

  it('takes the good one', async () => {
    await expect(verify({ path: good, workshop: folder })).resolves.toMatchObject({ lostPhotos: 0 })
  })

  it.each(Object.entries(BY_SQL))('refuses %s', async (_name, sql) => {
    const path = forge((copy) => {
      const database: Database = new SqliteDatabase(copy)
      if (sql === 'VACUUM') rewriteAs16(database, copy)
      else database.exec(sql)
      database.close()
    })
    expect(await refusal(path)).toMatch(/^backup(Foreign|Newer|Damaged|Changed)$/)
  })

  it.each(Object.entries(BY_BYTES))('refuses %s', async (_name, change) => {
    const path = forge((copy) => writeFileSync(copy, change(readFileSync(copy))))
    expect(await refusal(path)).toMatch(/^backup(Foreign|Newer|Damaged|Unreadable|Changed)$/)
  })

  it('refuses what is unreasonably large before it is read', async () => {
    const path = forge((copy) => {
      const file = openSync(copy, 'r+')
      ftruncateSync(file, 9_000_000_000)
      closeSync(file)
    })
    expect(await refusal(path)).toBe('backupTooLarge')
  })

  it.each([
    ['a file elsewhere', { stored: { file: '../good/x.db', bytes: 1, sha256: '0'.repeat(64) } }],
    ['another format', { formatVersion: 2 }],
    ['a hash that does not fit', { database: { bytes: 1, sha256: '0'.repeat(64) } }],
    ['counts that do not fit', { counts: { staff: 1 } }],
    ['a photo outside the store', { photos: ['../../../etc/passwd'] }],
    ['a key file outside the folder', { lock: { kind: 'passphrase', receiver: 'x', keyFile: '../key' } }],
  ])('refuses a manifest with %s', async (_name, more) => {
    expect(await refusal(forge(() => undefined, more))).toMatch(/^backup(Unreadable|Changed)$/)
  })

  it('tried fifty or more', () => expect(tried).toBeGreaterThanOrEqual(50))
})

/** The same tables in UTF-16 and with a sentence of its own in each text: the schema's text differs by a comment. */
function rewriteAs16(database: Database, path: string): void {
  const tables = database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all() as string[]
  database.close()
  rmSync(path)
  const other = new SqliteDatabase(path)
  other.pragma("encoding = 'UTF-16'")
  for (const sql of tables) if (!/sqlite_sequence/.test(sql)) other.exec(`${sql} -- mine`)
  other.pragma(`user_version = ${NEWEST}`)
  other.close()
}
