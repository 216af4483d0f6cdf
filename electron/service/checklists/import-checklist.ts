import type { ChecklistImport, checklists, ImportedItem, ItemWording } from '../../../shared/contract/checklists.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Call, type Preparation, prepared } from '../handlers.ts'
import { bytesOf } from '../spreadsheets/read-table.ts'
import {
  contractItem,
  currentVersion,
  insertItem,
  insertWording,
  readChecklist,
  switchItem,
  wordedAt,
} from './checklist-repository.ts'
import { changedBy, edited, newItemId, nextVersion } from './edit-checklist.ts'
import { type ItemDraft, readChecklistFile } from './read-checklist-file.ts'
import { standardChecklist } from './standard-checklist.ts'
import { knownNames, wordingOf } from './wording.ts'

type FileInput = InputOf<typeof checklists.confirmImportFile>
type Result = OutputOf<typeof checklists.confirmImportFile>

const MOST_SHOWN = 2000

export async function previewImport(
  call: Call,
  { file, fileName }: InputOf<typeof checklists.previewImportFile>,
): Promise<ChecklistImport> {
  const plan = planOf(call, await readFile(call, file, fileName))
  return { ...plan, items: plan.items.slice(0, MOST_SHOWN), faults: plan.faults.slice(0, MOST_SHOWN) }
}

export const confirmImport = prepared<FileInput, Result, SheetSet>({
  prepare: (call, { file, fileName }) => readFile(call, file, fileName),
  run(call, { basedOn }, set) {
    if (currentVersion(call.database) !== basedOn) throw new AppError('conflict', 'checklistChangedMeanwhile')
    const { items, counts } = planOf(call, set)
    if (items.length === 0) throw new AppError('invalid-input', 'nothingToImport')
    const version = nextVersion(call)
    const switchedIds = items.flatMap((item) => save(call, item, version))
    edited(call)
    return { version, ...counts, switchedIds }
  },
})

async function readFile({ ports, signal }: Preparation, file: FileInput['file'], fileName: string): Promise<SheetSet> {
  return ports.fileJobs.read({ bytes: await bytesOf(file), fileName }, { signal })
}

function planOf(call: Pick<Call, 'database' | 'ports'>, set: SheetSet): ChecklistImport {
  const { version, zones, items } = readChecklist(call.database)
  const { conditions } = standardChecklist(call.ports.content)
  const measure = {
    checklist: { zones: [...zones], items: items.map(contractItem), conditions },
    parameters: knownNames(call).parameters,
  }
  const { drafts, faults, leftOut, ignored } = readChecklistFile(set, measure)
  const changes = drafts.flatMap((draft) => changeOf(draft) ?? [])
  const count = (kind: ImportedItem['kind']) => changes.filter((change) => change.kind === kind).length
  return {
    version,
    items: changes,
    faults,
    ignoredColumns: ignored,
    counts: {
      added: count('added'),
      reworded: count('reworded'),
      switched: count('switched'),
      unchanged: drafts.length - changes.length,
      leftOut,
    },
  }
}

function changeOf({ row, before, wording, isOn }: ItemDraft): ImportedItem | undefined {
  const said = { row, zone: wording.zone, zh: wording.zh, isOn, after: wording }
  if (!before) return { ...said, id: null, kind: 'added', before: null }
  const was = wordingOf(before)
  const isReworded = canonical(was) !== canonical(wording)
  if (!isReworded && isOn === before.isOn) return undefined
  return { ...said, id: before.id, kind: isReworded ? 'reworded' : 'switched', before: was }
}

/** Keys in one order; an empty list says as little as none. */
function canonical(wording: ItemWording): string {
  const entries = Object.entries(wording).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  return JSON.stringify(sorted(Object.fromEntries(entries)))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}

/** Gives the id where the item was turned on or off. */
function save(call: Call, { id, kind, after, isOn }: ImportedItem, version: number): string[] {
  const { database } = call
  const known = id === null ? undefined : readChecklist(database).itemById.get(id)
  const uid = known?.id ?? newItemId(call, after.zone)
  const no = known?.no ?? insertItem(database, uid, true)
  if (kind !== 'switched') insertWording(database, no, version, after, changedBy(call))
  const isSwitched = isOn !== (known?.isOn ?? true)
  if (isSwitched) switchItem(database, no, isOn)
  const before = known ? contractItem(known) : null
  const fixed = { id: uid, version, isOn, isOwn: known?.isOwn ?? true }
  call.changed({ record: 'checklist-item', uid, before, after: { ...after, ...fixed } })
  return isSwitched && known ? [uid] : []
}

/** A record keeps what it was answered under, so nothing is removed: what stood before comes back as the newest. */
export function undoImport(call: Call, { version, switchedIds }: InputOf<typeof checklists.undoImport>) {
  const { database } = call
  const worded = wordedAt(database, version)
  if (currentVersion(database) !== version || worded.some(({ isLatest }) => !isLatest)) {
    throw new AppError('conflict', 'checklistChangedMeanwhile')
  }
  const { itemById } = readChecklist(database)
  const next = nextVersion(call)
  for (const { no, id, before } of worded) {
    const now = itemById.get(id)
    if (before) insertWording(database, no, next, before, changedBy(call))
    else switchItem(database, no, false)
    call.changed({ record: 'checklist-item', uid: id, before: now ? contractItem(now) : null, after: before })
  }
  for (const id of switchedIds) {
    const item = itemById.get(id)
    if (!item) throw new AppError('not-found', 'itemGone')
    switchItem(database, item.no, !item.isOn)
    call.changed({ record: 'checklist-item', uid: id, before: { isOn: item.isOn }, after: { isOn: !item.isOn } })
  }
  edited(call)
  return { done: true as const }
}
