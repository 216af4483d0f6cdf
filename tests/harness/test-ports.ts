import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { createVault } from '../../electron/hosts/ports/vault/vault.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { createDemonstrationJobs } from '../../electron/service/demonstration/demonstration-jobs.ts'
import { createFileJobs } from '../../electron/service/imports/file-jobs.ts'
import type { FileStore, Keychain, Ports } from '../../electron/service/ports.ts'
import { rawPublicKey } from '../../electron/service/signing-key.ts'

export const RESOURCES = join(import.meta.dirname, '../../resources')

export interface TestPorts extends Ports {
  failures: unknown[]
  /** Time passes; 0 stands still. */
  advance(milliseconds: number): void
  /** Time passes up to then. */
  setNow(at: number): void
  /** Somebody sets the clock: no time passes. */
  setWall(at: number): void
}

/** Real SQLite, a clock that stands still until told, and ids that count. */
export function createTestPorts(
  path = ':memory:',
  startAt = Date.parse('2026-11-23T00:00:00Z'),
  keychain: Keychain | null = null,
): TestPorts {
  const database: Database = openDatabase(path)
  migrate(database, migrations)
  let now = startAt
  let steady = 1_000
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  let ids = 0
  const failures: unknown[] = []
  return {
    database,
    failures,
    clock: { now: () => now },
    steady: { now: () => steady },
    advance: (milliseconds) => {
      now += milliseconds
      steady += milliseconds
    },
    setNow: (at) => {
      steady += Math.max(at - now, 0)
      now = at
    },
    setWall: (at) => {
      now = at
    },
    ids: {
      uid: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
      digits: (count) => String(++ids).padStart(count, '7'),
      letters: (count) => String(++ids).padStart(count, 'X'),
    },
    files: createMemoryFiles(),
    fileJobs: createFileJobs(),
    demonstration: createDemonstrationJobs({
      lanes: 1,
      shrink: (bytes) => Promise.resolve(bytes),
      print: () => Promise.reject(new Error('no printer')),
    }),
    disk: { room: () => ({ freeBytes: 50_000_000_000, fileBytes: 1_000_000 }) },
    backups: {
      jobs: createBackupJobs(),
      places: {
        database: path,
        files: `${path}-files`,
        folder: `${path}-backups`,
        appVersion: 'test',
        signingKey: path === ':memory:' ? join(tmpdir(), `chenxun-key-${randomUUID()}.pem`) : `${path}-key.pem`,
      },
      workshop: dirname(path),
      isOn: false,
    },
    content: {
      json: (file) => JSON.parse(readFileSync(join(RESOURCES, file), 'utf8')) as unknown,
      bytes: (file) => readFileSync(join(RESOURCES, file)),
    },
    log: {
      failure(error) {
        return `incident-${failures.push(error)}`
      },
      slow() {},
      recent: () => [],
    },
    machine: { facts: () => ({ app: 'test' }) },
    pinHash: {
      hash: (pin) => Promise.resolve(`plain$${pin}`),
      verify: (pin, stored) => Promise.resolve(stored === `plain$${pin}`),
      needsRehash: () => false,
    },
    signer: {
      sign: (bytes) => sign(null, bytes, privateKey),
      publicKey: () => rawPublicKey(publicKey),
    },
    vault: createVault({
      path: path === ':memory:' ? path : `${path}-vault`,
      copyFolder: path === ':memory:' ? join(tmpdir(), `chenxun-vault-${randomUUID()}`) : `${path}-backups`,
      keychain,
      cost: { ln: 4, r: 8, p: 1 },
      uid: randomUUID,
      letters: () => 'ABCDEFGHJKMNPQRSTVWXYZ012',
      onFailure: (error) => void failures.push(error),
    }),
    program: { version: '0.0.0-test', runtime: { node: '24.0.0', v8: '13.0' } },
  }
}

function createMemoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      files.set(hash, bytes)
      return hash
    },
    get: (hash) => files.get(hash),
    remove: (hash) => void files.delete(hash),
  }
}
