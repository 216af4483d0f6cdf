import type { ChecklistItem, checklists, ItemWording, Round, Zone } from '../../../shared/contract/checklists.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { parseClock } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { writeSetting } from '../settings/index.ts'
import {
  contractItem,
  currentVersion,
  forgetChecklists,
  insertItem,
  insertWording,
  insertZone,
  listRounds,
  type NumberedItem,
  readChecklist,
  saveRound,
  saveZone,
  switchItem,
} from './checklist-repository.ts'
import { checkWording, wordingOf } from './wording.ts'

export function rewordItem(call: Call, { id, wording, basedOn }: InputOf<typeof checklists.rewordItem>): ChecklistItem {
  const before = getItem(call, id)
  if (basedOn !== undefined && basedOn !== before.version) throw new AppError('conflict', 'itemChangedMeanwhile')
  saveWording(call, before.no, wording)
  const after = contractItem(getItem(call, id))
  call.changed({ record: 'checklist-item', uid: id, before: contractItem(before), after })
  return after
}

export function addItem(call: Call, { wording }: InputOf<typeof checklists.addItem>): ChecklistItem {
  const id = newItemId(call, wording.zone)
  saveWording(call, insertItem(call.database, id, true), wording)
  const after = contractItem(getItem(call, id))
  call.changed({ record: 'checklist-item', uid: id, before: null, after })
  return after
}

export function moveItems(call: Call, { items }: InputOf<typeof checklists.moveItems>) {
  const known = items.map(({ id, rounds }) => ({ item: getItem(call, id), rounds }))
  const version = nextVersion(call)
  for (const { item, rounds } of known) {
    const before = contractItem(item)
    insertWording(call.database, item.no, version, { ...wordingOf(before), rounds }, changedBy(call))
    call.changed({ record: 'checklist-item', uid: item.id, before, after: { ...before, rounds, version } })
  }
  edited(call)
  return { done: true as const }
}

export function switchItems(call: Call, { ids, isOn }: InputOf<typeof checklists.switchItems>) {
  for (const id of ids) {
    const item = getItem(call, id)
    switchItem(call.database, item.no, isOn)
    call.changed({ record: 'checklist-item', uid: id, before: { isOn: item.isOn }, after: { isOn } })
  }
  edited(call)
  return { done: true as const }
}

export function addZone(call: Call, content: InputOf<typeof checklists.addZone>): Zone {
  const zone = { ...content, id: `own-${call.ports.ids.uid(call.now)}`, isOn: true, isOwn: true }
  insertZone(call.database, zone)
  call.changed({ record: 'checklist-zone', uid: zone.id, before: null, after: zone })
  edited(call)
  return zone
}

export function updateZone(call: Call, zone: InputOf<typeof checklists.updateZone>): Zone {
  const before = readChecklist(call.database).zoneById.get(zone.id)
  if (!before) throw new AppError('not-found', 'zoneGone')
  saveZone(call.database, zone)
  const after = { ...zone, isOwn: before.isOwn }
  call.changed({ record: 'checklist-zone', uid: zone.id, before, after })
  edited(call)
  return after
}

export function orderZones(call: Call, { ids }: InputOf<typeof checklists.orderZones>) {
  const { zones, zoneById } = readChecklist(call.database)
  if (new Set(ids).size !== zones.length || ids.some((id) => !zoneById.has(id))) {
    throw new AppError('conflict', 'zonesChangedMeanwhile')
  }
  for (const { no: _no, isOwn: _isOwn, ...zone } of zones) {
    const order = ids.indexOf(zone.id) + 1
    if (order === zone.order) continue
    saveZone(call.database, { ...zone, order })
    call.changed({ record: 'checklist-zone', uid: zone.id, before: { order: zone.order }, after: { order } })
  }
  edited(call)
  return { done: true as const }
}

export function updateRound(call: Call, round: InputOf<typeof checklists.updateRound>): Round {
  const before = listRounds(call.database).find(({ id }) => id === round.id)
  if (!before) throw new AppError('not-found', 'roundGone')
  for (const window of Object.values(round.windows)) {
    if (window && parseClock(window.start) >= parseClock(window.end)) {
      throw new AppError('invalid-input', 'windowEndsBeforeStart')
    }
  }
  const after = { ...round, zh: before.zh, en: before.en }
  saveRound(call.database, before.no, after)
  call.changed({ record: 'patrol-round', uid: round.id, before, after })
  edited(call)
  return after
}

/** One version per edit of a day would do; one per edit keeps "as it was when this round opened" exact. */
function saveWording(call: Call, itemNo: number, wording: ItemWording): void {
  checkWording(call, wording)
  insertWording(call.database, itemNo, nextVersion(call), wording, changedBy(call))
  edited(call)
}

export function nextVersion({ database }: Pick<Call, 'database'>): number {
  const version = currentVersion(database) + 1
  writeSetting(database, 'checklist.version', version)
  forgetChecklists(database)
  return version
}

export function changedBy(call: Call) {
  return { at: call.now, by: call.actor.name }
}

export function edited(call: Call): void {
  forgetChecklists(call.database)
  call.touched('patrols')
}

export function newItemId(call: Call, zone: string): string {
  return `${zone}.own-${call.ports.ids.uid(call.now)}`
}

function getItem({ database }: Call, id: string): NumberedItem {
  const item = readChecklist(database).itemById.get(id)
  if (!item) throw new AppError('not-found', 'itemGone')
  return item
}
