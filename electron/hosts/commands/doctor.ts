import type { Client } from '../../../shared/contract/index.ts'
import { type Answer, EXIT } from './command.ts'

/** Integrity, audit chain, schema, counts. Exit code 1 where something does not hold. */
export async function doctor(client: Client): Promise<Answer> {
  const findings = await client.audit.verify({})
  const isWell = findings.integrity === 'ok' && findings.chain.ok && findings.changedRounds.length === 0
  return {
    answer: { ok: isWell, ...findings },
    text: JSON.stringify({ ok: isWell, ...findings }, null, 2),
    exitCode: isWell ? EXIT.ok : EXIT.no,
  }
}
