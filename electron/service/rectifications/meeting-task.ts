import type { OwnerId, Severity } from '../../../shared/contract/checklists.ts'
import { instantOf, parseClock } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { openTask } from './open-task.ts'
import type { RectificationRow } from './rectification-repository.ts'

interface Decision {
  description: string
  severity: Severity
  zone: string | null
  item: string | null
  ownerUid: string | null
  queue: OwnerId | null
  due: { on: string; at: string } | null
}

/** What was decided aloud, as a task within the caller's transaction. Throws where the person or the item is
 * gone or the time has passed. */
export function openTaskOfMeeting(call: Call, decision: Decision): RectificationRow {
  const { description, severity, zone, item, ownerUid, queue, due } = decision
  const of = item === null ? null : readChecklist(call.database).itemById.get(item)
  const owner = ownerUid === null ? null : findStaffByUid(call.database, ownerUid)
  if (of === undefined) throw new AppError('not-found', 'itemGone')
  if (owner === undefined) throw new AppError('not-found', 'personGone')
  const dueAt = due ? instantOf(due.on, parseClock(due.at), readZone(call.database)) : undefined
  if (dueAt !== undefined && dueAt <= call.now) {
    throw new AppError('invalid-input', 'dueIsPast', { fields: { due: 'dueIsPast' } })
  }
  return openTask(call, {
    source: 'meeting',
    foundAt: call.now,
    description,
    severity,
    zoneId: zone ?? of?.zone ?? null,
    item: of,
    ownerStaff: owner?.id ?? null,
    queue: owner ? null : queue,
    photos: [],
    patrolId: null,
    dueAt,
  })
}
