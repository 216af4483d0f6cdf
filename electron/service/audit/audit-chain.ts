import { hash as hashOfBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'
import type { Actor, RecordedChange } from '../handlers.ts'

export interface NewAuditEntry {
  at: number
  actor: Actor
  procedure: string
  changes: readonly RecordedChange[]
}

export interface AuditRow {
  sequence: number
  at: number
  actor_uid: string | null
  actor_name: string
  actor_role: string
  procedure: string
  changes: string
  /** Both hexadecimal: a buffer for each would cost more than the hash itself. */
  previous_hash: string
  hash: string
}

export type AuditVerdict =
  | { ok: true; entries: number; head: string }
  /** `sequence` is the first entry that does not fit the chain. */
  | { ok: false; entries: number; sequence: number }

const HASH_BYTES = 32
const GENESIS = '0'.repeat(2 * HASH_BYTES)
const BYTES_OF_A_UNIT = 3

/** Appends one entry inside the command's own transaction. */
export function appendAuditEntry(database: Database, entry: NewAuditEntry): void {
  const last = statement(
    database,
    'SELECT sequence, lower(hex(hash)) AS hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  ).get() as Pick<AuditRow, 'sequence' | 'hash'> | undefined
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actor_uid: entry.actor.staffUid,
    actor_name: entry.actor.name,
    actor_role: entry.actor.role ?? 'nobody',
    procedure: entry.procedure,
    changes: JSON.stringify(entry.changes.map(onlyChangedFields)),
    previous_hash: last?.hash ?? GENESIS,
  }
  statement(
    database,
    `INSERT INTO audit_entry VALUES (@sequence, @at, @actor_uid, @actor_name, @actor_role, @procedure, @changes,
       unhex(@previous_hash), unhex(@hash))`,
  ).run({ ...row, hash: hashOf(row) })
}

/** Walks the whole chain. A cut tail needs a checkpoint from outside to be seen. */
export function verifyAuditChain(database: Database): AuditVerdict {
  let previous = GENESIS
  let expected = 1
  const rows = database.prepare(
    `SELECT sequence, at, actor_uid, actor_name, actor_role, procedure, changes,
       lower(hex(previous_hash)) AS previous_hash, lower(hex(hash)) AS hash
     FROM audit_entry ORDER BY sequence`,
  )
  for (const row of rows.iterate() as Iterable<AuditRow>) {
    const fits =
      row.sequence === expected && row.actor_uid !== '' && row.previous_hash === previous && hashOf(row) === row.hash
    if (!fits) return { ok: false, entries: expected - 1, sequence: row.sequence }
    previous = row.hash
    expected++
  }
  return { ok: true, entries: expected - 1, head: previous }
}

let bytes = Buffer.alloc(16_384)

/** Every column goes into the hash, each with its length, so that no two rows share their bytes. */
function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { sequence, at, actor_uid: actorUid, actor_name: name, actor_role: role, procedure, changes } = row
  const text =
    measured(String(sequence)) +
    measured(String(at)) +
    measured(actorUid ?? '') +
    measured(name) +
    measured(role) +
    measured(procedure) +
    measured(changes)
  const most = HASH_BYTES + text.length * BYTES_OF_A_UNIT
  if (most > bytes.length) bytes = Buffer.alloc(most)
  bytes.write(row.previous_hash, 'hex')
  const end = HASH_BYTES + bytes.write(text, HASH_BYTES, 'utf8')
  return hashOfBytes('sha256', bytes.subarray(0, end), 'hex')
}

function measured(part: string): string {
  return `${Buffer.byteLength(part)}:${part}`
}

/** Keeps before and after of the fields that differ; whole records where one was created or removed. */
function onlyChangedFields({ record, uid, before, after }: RecordedChange) {
  if (before === null || after === null) return { record, uid, before, after }
  const was = before as Record<string, unknown>
  const is = after as Record<string, unknown>
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]))
  return { record, uid, before: pick(was), after: pick(is) }
}
