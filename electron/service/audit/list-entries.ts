import { z } from 'zod'
import type { audit } from '../../../shared/contract/audit.ts'
import { AuditEntry } from '../../../shared/contract/audit.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'

const Row = z.object({
  sequence: z.int(),
  at: z.int(),
  actor_name: z.string(),
  actor_role: z.string(),
  procedure: z.string(),
  changes: z.string().transform((text) => AuditEntry.shape.changes.parse(JSON.parse(text))),
})

/** Newest first. `zone` is the outlet's, for the days of the filter. */
export function listAuditEntries(
  { database }: Pick<Call, 'database'>,
  filter: InputOf<typeof audit.list>,
  zone: string,
): OutputOf<typeof audit.list> {
  const parameters = {
    from: filter.from === undefined ? 0 : instantOf(filter.from, 0, zone),
    to: filter.to === undefined ? Number.MAX_SAFE_INTEGER : instantOf(filter.to, 24 * 60, zone),
    actor: filter.actor ?? null,
    actorUid: filter.actorUid ?? null,
    procedure: filter.procedure ?? null,
    record: filter.record ?? null,
  }
  const where = `WHERE at BETWEEN @from AND @to AND (@actor IS NULL OR actor_name = @actor)
    AND (@actorUid IS NULL OR actor_uid = @actorUid
      OR (actor_role = 'nobody' AND json_extract(changes, '$[0].record') = 'sign-in'
        AND json_extract(changes, '$[0].uid') = @actorUid))
    AND (@procedure IS NULL OR procedure = @procedure)
    AND (@record IS NULL OR EXISTS (SELECT 1 FROM json_each(changes)
      WHERE json_extract(value, '$.record') = @record OR json_extract(value, '$.uid') = @record))`
  const total = statement(database, `SELECT count(*) FROM audit_entry ${where}`).pluck().get(parameters)
  const rows = statement(
    database,
    `SELECT * FROM audit_entry ${where} ORDER BY sequence DESC LIMIT @limit OFFSET @offset`,
  ).all({ ...parameters, limit: filter.limit, offset: filter.offset })
  return {
    total: Number(total),
    entries: rows.map((raw) => {
      const { sequence, at, actor_name, actor_role, procedure, changes } = Row.parse(raw)
      return { sequence, at, actor: actor_name, role: actor_role, procedure, changes }
    }),
  }
}
