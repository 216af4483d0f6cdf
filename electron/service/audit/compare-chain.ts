import type { audit } from '../../../shared/contract/audit.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { verifyAuditChain } from './audit-chain.ts'
import { type Checkpoint, makeCheckpoint, readCheckpoint } from './checkpoint.ts'

type Scope = Pick<Call, 'database' | 'ports'>

/** Where the chain stands, signed; for paper, bundles and backups. */
export function currentCheckpoint({ database, ports }: Scope): Checkpoint {
  return makeCheckpoint(database, `chenxun/${findOutlet(database)?.uid ?? 'new'}`, ports.signer)
}

/** The chain in itself, and against what somebody kept outside. */
export function compareChain(
  { database, ports }: Scope,
  { against }: InputOf<typeof audit.compare>,
): OutputOf<typeof audit.compare> {
  const kept = against === undefined ? undefined : readCheckpoint(against)
  if (against !== undefined && !kept) throw new AppError('invalid-input', 'notACheckpoint')
  const chain = verifyAuditChain(database)
  const signature = !kept?.isSigned ? 'none' : kept.isSignedBy(ports.signer.publicKey()) ? 'ours' : 'unknown'
  const found = { entries: chain.entries, keptSize: kept?.size ?? null, signature } as const
  if (!chain.ok) return { ...found, ok: false, verdict: 'entry-broken', brokenAt: chain.sequence, head: null }
  const whole = { ...found, head: chain.head }
  if (!kept) return { ...whole, ok: true, verdict: 'sound', brokenAt: null }
  if (chain.entries < kept.size) return { ...whole, ok: false, verdict: 'tail-cut', brokenAt: chain.entries + 1 }
  if (!kept.matches(hashAt(database, kept.size))) {
    return { ...whole, ok: false, verdict: 'rewritten', brokenAt: kept.size }
  }
  return {
    ...whole,
    ok: signature !== 'unknown',
    verdict: signature === 'unknown' ? 'not-ours' : 'sound',
    brokenAt: null,
  }
}

function hashAt(database: Call['database'], sequence: number): Buffer {
  const hash = statement(database, 'SELECT hash FROM audit_entry WHERE sequence = ?').pluck().get(sequence)
  return (hash as Buffer | undefined) ?? Buffer.alloc(32)
}
