import type { InputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { getPatrol } from './patrol-repository.ts'

/** Writes down who walks these zones of a round; anybody may still answer there. */
export function assignZones(call: Call, { uid, zones, personUid }: InputOf<typeof patrols.assignZones>) {
  const patrol = getPatrol(call.database, uid)
  const { zoneById } = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const assignee = personUid === null ? null : findStaffByUid(call.database, personUid)
  if (assignee === undefined) throw new AppError('not-found', 'personGone')
  for (const id of new Set(zones)) {
    const zone = zoneById.get(id)
    if (!zone) throw new AppError('not-found', 'zoneGone')
    if (assignee) {
      statement(
        call.database,
        `INSERT INTO patrol_zone VALUES (?, ?, ?)
         ON CONFLICT (patrol_id, zone_no) DO UPDATE SET assignee = excluded.assignee`,
      ).run(patrol.id, zone.no, assignee.id)
    } else {
      statement(call.database, 'DELETE FROM patrol_zone WHERE patrol_id = ? AND zone_no = ?').run(patrol.id, zone.no)
    }
  }
  call.changed({ record: 'patrol-zone', uid, before: null, after: { zones, assignee: personUid } })
  return { done: true as const }
}
