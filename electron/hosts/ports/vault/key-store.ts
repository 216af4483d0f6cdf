import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { openDatabase } from '../../../service/database/open-database.ts'

/** The master key as one secret keeps it. `salt` and `cost` belong to a passphrase, `backend` to a keychain. */
export const Wrap = z.object({
  kind: z.enum(['passphrase', 'recovery', 'keychain']),
  /** Base64. */
  sealed: z.string(),
  salt: z.string().optional(),
  cost: z.object({ ln: z.int().min(1).max(17), r: z.int().min(1).max(8), p: z.int().min(1).max(4) }).optional(),
  backend: z.string().optional(),
})
export type Wrap = z.infer<typeof Wrap>

/** Everything that is kept: nothing of it opens a field without a secret. Grows by one with each change. */
export const KeyRing = z.object({
  vault: z.uuid(),
  serial: z.int().positive(),
  wraps: z.array(Wrap),
  /** Person → key, sealed under the master key, base64. */
  people: z.record(z.string(), z.string()),
})
export type KeyRing = z.infer<typeof KeyRing>

export interface KeyStore {
  read(): KeyRing | undefined
  /** On disk when it returns; what stood there before is overwritten. */
  write(ring: KeyRing): void
  close(): void
}

const VERSION = 1

/**
 * A small database of its own beside the records: deleting a key overwrites it (`secure_delete`), and backups of the
 * records never hold it. The file is made by the first write.
 */
export function openKeyStore(path: string): KeyStore {
  let database: Database | undefined = existsSync(path) ? openDatabase(path) : undefined

  function opened(): Database {
    database ??= openDatabase(path)
    if (database.pragma('user_version', { simple: true }) === 0) {
      database.exec(`
        CREATE TABLE ring (id INTEGER PRIMARY KEY CHECK (id = 1), vault TEXT NOT NULL, serial INTEGER NOT NULL,
          wraps TEXT NOT NULL) STRICT;
        CREATE TABLE person_key (person TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
        PRAGMA user_version = ${VERSION};
      `)
    }
    return database
  }

  return {
    read() {
      if (!database || database.pragma('user_version', { simple: true }) === 0) return undefined
      const row = database.prepare('SELECT vault, serial, wraps FROM ring').get() as
        | { vault: string; serial: number; wraps: string }
        | undefined
      const keys = database.prepare('SELECT person, sealed FROM person_key').raw().all() as [string, string][]
      return row && KeyRing.parse({ ...row, wraps: JSON.parse(row.wraps), people: Object.fromEntries(keys) })
    },
    write({ vault, serial, wraps, people }) {
      const store = opened()
      const save = store.transaction(() => {
        store
          .prepare(
            `INSERT INTO ring VALUES (1, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET vault = excluded.vault, serial = excluded.serial, wraps = excluded.wraps`,
          )
          .run(vault, serial, JSON.stringify(wraps))
        store
          .prepare('DELETE FROM person_key WHERE person NOT IN (SELECT key FROM json_each(?))')
          .run(JSON.stringify(people))
        const put = store.prepare('INSERT INTO person_key VALUES (?, ?) ON CONFLICT (person) DO NOTHING')
        for (const [person, sealed] of Object.entries(people)) put.run(person, sealed)
      })
      save.immediate()
      store.pragma('wal_checkpoint(TRUNCATE)')
    },
    close: () => database?.close(),
  }
}
