import { z } from 'zod'
import { command, Day, Done, Instant, Nothing, query, Uid } from './procedure.ts'

export const AuditEntry = z.object({
  sequence: z.int(),
  at: Instant,
  actor: z.string(),
  role: z.string(),
  procedure: z.string(),
  changes: z.array(
    z.object({
      record: z.string(),
      uid: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const WATCHERS = ['outlet-head', 'branch-lead', 'auditor', 'operator'] as const

export const audit = {
  list: query(
    [...WATCHERS],
    z.object({
      from: Day.optional(),
      to: Day.optional(),
      /** Operator or system. */
      actor: z.string().max(60).optional(),
      /** A person, under whatever name they stood then; with the sign-ins of theirs that nobody was signed in for yet. */
      actorUid: Uid.optional(),
      procedure: z.string().max(100).optional(),
      /** Kind of a record, or the id of one. */
      record: z.string().max(100).optional(),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().nonnegative().default(0),
    }),
    z.object({ entries: z.array(AuditEntry), total: z.int() }),
  ),
  /** Walks the whole chain, re-reads the digests of submitted rounds, checks the file. */
  verify: query(
    [...WATCHERS],
    Nothing,
    z.object({
      integrity: z.string(),
      schema: z.int(),
      chain: z.object({ ok: z.boolean(), entries: z.int(), brokenAt: z.int().nullable(), head: z.string().nullable() }),
      /** Submitted rounds whose journal no longer matches the digest in the chain. */
      changedRounds: z.array(z.string()),
      counts: z.record(z.string(), z.int()),
    }),
  ),
  /** For a technician: versions, integrity, schema, counts and the log, without anything that a person typed. */
  diagnose: query(['outlet-head', 'operator'], Nothing, z.object({ text: z.string(), fileName: z.string() })),
  /** Where the chain stands, signed: kept outside it shows a cut tail and a whole rewrite. */
  checkpoint: query(
    [...WATCHERS],
    Nothing,
    z.object({
      size: z.int(),
      head: z.string(),
      /** Short form, the last line of every report. */
      code: z.string(),
      /** C2SP signed note. */
      note: z.string(),
    }),
  ),
  /** The chain in itself and against a checkpoint, whole or as its code. */
  compare: query(
    [...WATCHERS],
    z.object({ against: z.string().max(2000).optional() }),
    z.object({
      ok: z.boolean(),
      /** `not-ours`: size and head fit, the signature is by another key. */
      verdict: z.enum(['sound', 'entry-broken', 'tail-cut', 'rewritten', 'not-ours']),
      entries: z.int(),
      head: z.string().nullable(),
      /** First entry that does not fit or is missing; of a rewrite the last one that was known. */
      brokenAt: z.int().nullable(),
      keptSize: z.int().nullable(),
      signature: z.enum(['none', 'ours', 'unknown']),
    }),
  ),
  /** The clock was set: the console says so, and nobody else. */
  noteClock: command(['system'], z.object({ expected: Instant, found: Instant }), Done),
}
