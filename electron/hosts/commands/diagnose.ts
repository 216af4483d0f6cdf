import { writeFileSync } from 'node:fs'
import type { Client } from '../../../shared/contract/index.ts'
import { type Answer, type CommandOptions, fromWhereTheyStood, UsageError } from './command.ts'

/** What a technician needs, and nothing that a person typed. */
export async function diagnose(client: Client, { out }: CommandOptions): Promise<Answer> {
  if (out === undefined) throw new UsageError('diagnose --out FILE')
  const path = fromWhereTheyStood(out)
  const { text } = await client.audit.diagnose({})
  writeFileSync(path, text, { mode: 0o600 })
  return { answer: { path, bytes: Buffer.byteLength(text) }, text: path }
}
