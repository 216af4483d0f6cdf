import type { Known } from '../../../shared/domain/imports/known.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import { listDeviceNumbers } from '../devices/index.ts'
import type { Call } from '../handlers.ts'
import { listStaff } from '../people/index.ts'

/** What the outlet has on record, for the pure readers. */
export function readKnown({ database }: Pick<Call, 'database'>): Known {
  const { items, zones } = readChecklist(database)
  const earlier = earlierWordings(database)
  return {
    people: listStaff(database, true).map(({ uid, name, staffNo, isActive }) => ({ uid, name, staffNo, isActive })),
    items: items.map(({ no, id, zone, zh, en }) => ({ id, zone, zh, en, earlier: earlier.get(no) ?? [] })),
    zones: zones.map(({ id, zh, en }) => ({ id, zh, en })),
    devices: listDeviceNumbers({ database }),
    rounds: listRounds(database).map(({ id, zh, en }) => ({ id, zh, en })),
  }
}

function earlierWordings(database: Call['database']): Map<number, string[]> {
  const rows = statement(
    database,
    `SELECT item_no, json_extract(wording, '$.zh') AS zh FROM checklist_wording WHERE version > 1
     OR item_no IN (SELECT item_no FROM checklist_wording WHERE version > 1)`,
  ).all() as { item_no: number; zh: string }[]
  const earlier = new Map<number, string[]>()
  for (const { item_no, zh } of rows) earlier.set(item_no, [...(earlier.get(item_no) ?? []), zh])
  return earlier
}
