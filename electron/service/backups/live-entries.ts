import type { Database } from 'better-sqlite3'
import { z } from 'zod'

const Restored = z
  .array(z.object({ record: z.string(), after: z.object({ entries: z.int().optional() }).nullable() }))
  .transform((changes) => changes.find(({ record }) => record === 'backup')?.after?.entries)

/**
 * Which entries of the audit chain speak of the records as they are: after a restore those up to the backup's own end,
 * then those from the restore on. What lies between stays in the chain and tells of records that were taken back.
 */
export function liveEntries(database: Database): (sequence: number) => boolean {
  const restores = (
    database
      .prepare(
        "SELECT sequence, changes FROM audit_entry WHERE procedure IN ('backups.restore', 'recovery.restore') ORDER BY sequence",
      )
      .all() as { sequence: number; changes: string }[]
  ).flatMap(({ sequence, changes }) => {
    const basis = Restored.catch(undefined).parse(JSON.parse(changes))
    return basis === undefined ? [] : [{ sequence, basis }]
  })
  const ranges: [number, number][] = []
  for (let end = Number.MAX_SAFE_INTEGER; ; ) {
    const last = restores.findLast(({ sequence }) => sequence <= end)
    ranges.push([last?.sequence ?? 0, end])
    if (!last) break
    end = last.basis
  }
  return (sequence) => ranges.some(([from, to]) => sequence > from && sequence <= to)
}
