import { z } from 'zod'
import type { audit } from '../../shared/contract/audit.ts'
import type { OutputOf } from '../../shared/contract/index.ts'
import { compareChain, currentCheckpoint, listAuditEntries, verifyAuditChain } from './audit/index.ts'
import { liveEntries } from './backups/index.ts'
import { schemaVersion } from './database/migration.ts'
import { statement } from './database/statements.ts'
import { diagnose } from './diagnosis/index.ts'
import type { Call, HandlersOf } from './handlers.ts'
import { digestOf } from './patrols/index.ts'
import { readZone } from './settings/index.ts'

const COUNTED = [
  'staff',
  'patrol',
  'patrol_answer',
  'rectification',
  'attachment',
  'import_run',
  'audit_entry',
] as const

const Digests = z.array(
  z.object({ record: z.string(), uid: z.string(), after: z.object({ digest: z.string() }).loose().nullable() }).loose(),
)

/** Integrity of the file, the audit chain, and the rounds whose digests it holds. */
export function examine({ database }: Pick<Call, 'database'>): OutputOf<typeof audit.verify> {
  const verdict = verifyAuditChain(database)
  return {
    integrity: String(database.pragma('integrity_check(5)', { simple: true })),
    schema: schemaVersion(database),
    chain: {
      ok: verdict.ok,
      entries: verdict.entries,
      brokenAt: verdict.ok ? null : verdict.sequence,
      head: verdict.ok ? verdict.head : null,
    },
    changedRounds: changedRounds(database),
    counts: Object.fromEntries(
      COUNTED.map((table) => [table, Number(statement(database, `SELECT count(*) FROM ${table}`).pluck().get())]),
    ),
  }
}

/** The newest digest of each submitted round against its journal as it stands. */
function changedRounds(database: Call['database']): string[] {
  const rows = database
    .prepare(
      `SELECT sequence, changes FROM audit_entry
       WHERE procedure IN ('patrols.submit', 'patrols.correct', 'imports.confirmFile')
       AND changes LIKE '%"digest"%' ORDER BY sequence`,
    )
    .iterate() as Iterable<{ sequence: number; changes: string }>
  const isLive = liveEntries(database)
  const digests = new Map<string, string>()
  for (const { sequence, changes: text } of rows) {
    if (!isLive(sequence)) continue
    for (const { uid, after } of Digests.catch([]).parse(withDigest(text))) {
      if (after) digests.set(uid, after.digest)
    }
  }
  const patrols = new Map(
    (
      statement(
        database,
        "SELECT uid, id FROM patrol WHERE submitted_at IS NOT NULL AND status <> 'returned'",
      ).all() as {
        uid: string
        id: number
      }[]
    ).map(({ uid, id }) => [uid, id]),
  )
  return [...digests].flatMap(([uid, digest]) => {
    const id = patrols.get(uid)
    return id !== undefined && digestOf({ database }, id) !== digest ? uid : []
  })
}

function withDigest(text: string): unknown {
  return (JSON.parse(text) as { after?: { digest?: string } | null }[]).filter(({ after }) => after?.digest)
}

export const auditHandlers: HandlersOf<'audit'> = {
  list: (call, filter) => listAuditEntries(call, filter, readZone(call.database)),
  verify: examine,
  diagnose: (call) => diagnose(call, examine(call)),
  checkpoint: (call) => currentCheckpoint(call),
  compare: compareChain,
  noteClock(call, { expected, found }) {
    const [before, after] = [{ clock: expected }, { clock: found }]
    call.changed({ record: 'clock-jumped', uid: 'clock', before, after })
    return { done: true }
  },
}
