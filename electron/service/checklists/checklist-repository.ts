import type { Database } from 'better-sqlite3'
import {
  type Checklist,
  type ChecklistItem,
  ItemWording,
  Round,
  type RoundId,
  type Zone,
  Zone as ZoneSchema,
} from '../../../shared/contract/checklists.ts'
import { forget, remembered } from '../database/remembered.ts'
import { statement } from '../database/statements.ts'

/** An item with the integer key that answers use. */
export type NumberedItem = ChecklistItem & { no: number; zoneNo: number }
export type NumberedZone = Zone & { no: number }
export type NumberedRound = Round & { no: number }

/** One version of the checklist, with look-ups. Never changes once read. */
export interface NumberedChecklist {
  version: number
  items: readonly NumberedItem[]
  zones: readonly NumberedZone[]
  itemByNo: ReadonlyMap<number, NumberedItem>
  itemById: ReadonlyMap<string, NumberedItem>
  zoneByNo: ReadonlyMap<number, NumberedZone>
  zoneById: ReadonlyMap<string, NumberedZone>
}

const ZoneContent = ZoneSchema.omit({ id: true, isOn: true, isOwn: true })
const RoundContent = Round.omit({ id: true })

interface ItemRow {
  no: number
  id: string
  is_on: number
  is_own: number
  version: number
  wording: string
}

export function currentVersion(database: Database): number {
  return remembered(database, 'checklist/current', () => {
    const version = statement(database, "SELECT value FROM setting WHERE key = 'checklist.version'").pluck().get()
    return version === undefined ? 0 : Number(version)
  })
}

/** Every edit calls it. */
export function forgetChecklists(database: Database): void {
  forget(database, 'checklist/')
}

/** The checklist as it was worded at a version. Switched-off state and zones are as of now. */
export function readChecklist(database: Database, version = currentVersion(database)): NumberedChecklist {
  return remembered(database, `checklist/${version}`, () => loadChecklist(database, version))
}

/** The item of that number as it is worded now; null without a number, or where it has left the checklist. */
export function findItem(database: Database, no: number | null): NumberedItem | null {
  return (no === null ? undefined : readChecklist(database).itemByNo.get(no)) ?? null
}

function loadChecklist(database: Database, version: number): NumberedChecklist {
  const zones = listZones(database)
  const zoneById = new Map(zones.map((zone) => [zone.id, zone]))
  const rows = statement(
    database,
    `SELECT item.*, wording.version, wording.wording FROM checklist_item item
     JOIN checklist_wording wording ON wording.item_no = item.no AND wording.version =
       (SELECT max(version) FROM checklist_wording WHERE item_no = item.no AND version <= ?)`,
  ).all(version) as ItemRow[]
  const items = rows.map((row): NumberedItem => {
    const wording = ItemWording.parse(JSON.parse(row.wording))
    return {
      ...wording,
      no: row.no,
      zoneNo: zoneById.get(wording.zone)?.no ?? 0,
      id: row.id,
      version: row.version,
      isOn: row.is_on === 1,
      isOwn: row.is_own === 1,
    }
  })
  const zoneOrder = (item: NumberedItem) => zoneById.get(item.zone)?.order ?? 999
  items.sort((a, b) => zoneOrder(a) - zoneOrder(b) || a.order - b.order || a.no - b.no)
  return {
    version,
    items,
    zones,
    itemByNo: new Map(items.map((item) => [item.no, item])),
    itemById: new Map(items.map((item) => [item.id, item])),
    zoneByNo: new Map(zones.map((zone) => [zone.no, zone])),
    zoneById,
  }
}

function listZones(database: Database): NumberedZone[] {
  const rows = statement(database, 'SELECT * FROM checklist_zone').all() as {
    no: number
    id: string
    content: string
    is_on: number
    is_own: number
  }[]
  return rows
    .map(({ no, id, content, is_on, is_own }) => ({
      ...ZoneContent.parse(JSON.parse(content)),
      no,
      id,
      isOn: is_on === 1,
      isOwn: is_own === 1,
    }))
    .sort((a, b) => a.order - b.order)
}

export function listRounds(database: Database): readonly NumberedRound[] {
  return remembered(database, 'checklist/rounds', () => {
    const rows = statement(database, 'SELECT * FROM checklist_round ORDER BY no').all() as {
      no: number
      id: RoundId
      content: string
    }[]
    return rows.map(({ no, id, content }) => ({ ...RoundContent.parse(JSON.parse(content)), no, id }))
  })
}

export function saveRound(database: Database, no: number, { id, ...content }: Round): void {
  statement(
    database,
    'INSERT INTO checklist_round VALUES (?, ?, ?) ON CONFLICT (no) DO UPDATE SET content = excluded.content',
  ).run(no, id, JSON.stringify(content))
  forgetChecklists(database)
}

export function insertZone(database: Database, { id, isOn, isOwn, ...content }: Zone): void {
  statement(database, 'INSERT INTO checklist_zone (id, content, is_on, is_own) VALUES (?, ?, ?, ?)').run(
    id,
    JSON.stringify(content),
    Number(isOn),
    Number(isOwn),
  )
}

export function saveZone(database: Database, { id, isOn, ...content }: Omit<Zone, 'isOwn'>): void {
  statement(database, 'UPDATE checklist_zone SET content = ?, is_on = ? WHERE id = ?').run(
    JSON.stringify(content),
    Number(isOn),
    id,
  )
}

export function insertItem(database: Database, id: string, isOwn: boolean): number {
  return Number(
    statement(database, 'INSERT INTO checklist_item (id, is_on, is_own) VALUES (?, 1, ?)').run(id, Number(isOwn))
      .lastInsertRowid,
  )
}

export function insertWording(
  database: Database,
  itemNo: number,
  version: number,
  wording: ItemWording,
  changed: { at: number; by: string },
): void {
  statement(
    database,
    `INSERT INTO checklist_wording VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (item_no, version) DO UPDATE SET wording = excluded.wording`,
  ).run(itemNo, version, JSON.stringify(wording), changed.at, changed.by)
}

export function switchItem(database: Database, no: number, isOn: boolean): void {
  statement(database, 'UPDATE checklist_item SET is_on = ? WHERE no = ?').run(Number(isOn), no)
}

/** Items worded at exactly this version, with what they said before; null where they said nothing. */
export function wordedAt(
  database: Database,
  version: number,
): { no: number; id: string; isLatest: boolean; before: ItemWording | null }[] {
  const rows = statement(
    database,
    `SELECT item.no, item.id,
       (SELECT max(version) FROM checklist_wording WHERE item_no = item.no) AS latest,
       (SELECT wording FROM checklist_wording WHERE item_no = item.no AND version < @version
        ORDER BY version DESC LIMIT 1) AS before
     FROM checklist_wording worded JOIN checklist_item item ON item.no = worded.item_no
     WHERE worded.version = @version ORDER BY item.no`,
  ).all({ version }) as { no: number; id: string; latest: number; before: string | null }[]
  return rows.map(({ no, id, latest, before }) => ({
    no,
    id,
    isLatest: latest === version,
    before: before === null ? null : ItemWording.parse(JSON.parse(before)),
  }))
}

/** What leaves the service: without integer keys. */
export function contractChecklist(
  checklist: NumberedChecklist,
  rounds: readonly NumberedRound[],
  { conditions, tags, indicators }: Pick<Checklist, 'conditions' | 'tags' | 'indicators'>,
): Checklist {
  return {
    version: checklist.version,
    zones: checklist.zones.map(withoutNo),
    rounds: rounds.map(withoutNo),
    items: checklist.items.map(contractItem),
    conditions: [...conditions],
    tags: [...tags],
    indicators: [...indicators],
  }
}

export function contractItem({ no: _no, zoneNo: _zoneNo, ...item }: NumberedItem): ChecklistItem {
  return item
}

function withoutNo<T extends { no: number }>({ no: _no, ...rest }: T): Omit<T, 'no'> {
  return rest
}
