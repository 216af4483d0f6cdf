import type { OwnerId, Severity } from '../../../shared/contract/checklists.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { openTask } from './open-task.ts'
import type { RectificationRow } from './rectification-repository.ts'

interface Decision {
  description: string
  severity: Severity
  zone: string | null
  item: string | null
  ownerUid: string | null
  queue: OwnerId | null
}

/** What was decided aloud, as a task within the caller's transaction. Throws where the person or the item is gone. */
export function openTaskOfMeeting(call: Call, decision: Decision): RectificationRow {
  const { description, severity, zone, item, ownerUid, queue } = decision
  const of = item === null ? null : readChecklist(call.database).itemById.get(item)
  const owner = ownerUid === null ? null : findStaffByUid(call.database, ownerUid)
  if (of === undefined) throw new AppError('not-found', 'itemGone')
  if (owner === undefined) throw new AppError('not-found', 'personGone')
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
  })
}
