import type { audit } from '../../../shared/contract/audit.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { Call } from '../handlers.ts'
import { safeLine } from './safe-line.ts'

const MOST_LINES = 400

type Findings = OutputOf<typeof audit.verify>

/** What a technician needs, as text that a person can read through before it leaves the machine. */
export function diagnose(
  { ports, database, now, today }: Pick<Call, 'ports' | 'database' | 'now' | 'today'>,
  { integrity, schema, chain, changedRounds, counts }: Findings,
): OutputOf<typeof audit.diagnose> {
  const { freeBytes, fileBytes } = ports.disk.room()
  const lines = ports.log.recent().flatMap((line) => safeLine(line) ?? [])
  const { isLocked, kinds, id, refusal } = ports.vault.status()
  const sections = {
    madeAt: new Date(now).toISOString(),
    machine: { ...ports.machine.facts(), sqlite: String(database.prepare('SELECT sqlite_version()').pluck().get()) },
    disk: { freeBytes, fileBytes },
    database: {
      integrity: integrity === 'ok' ? 'ok' : 'damaged',
      schema,
      chain: { ok: chain.ok, entries: chain.entries, brokenAt: chain.brokenAt },
      changedRounds: changedRounds.length,
      counts,
    },
    vault: { isSetUp: id !== null, isLocked, kinds, refusal },
  }
  const log = lines.slice(-MOST_LINES).map((line) => JSON.stringify(line))
  return {
    text: `${JSON.stringify(sections, null, 2)}\n\n${log.join('\n')}\n`,
    fileName: `chenxun-diagnosis-${today}.txt`,
  }
}
