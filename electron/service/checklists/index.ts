import { z } from 'zod'
import { ItemWording } from '../../../shared/contract/checklists.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { HandlersOf } from '../handlers.ts'
import { contractChecklist, listRounds, readChecklist } from './checklist-repository.ts'
import {
  addItem,
  addZone,
  moveItems,
  orderZones,
  rewordItem,
  switchItems,
  updateRound,
  updateZone,
} from './edit-checklist.ts'
import { exportChecklist } from './export-checklist.ts'
import { confirmImport, previewImport, undoImport } from './import-checklist.ts'
import { shippedNames } from './standard-checklist.ts'

export {
  contractItem,
  findItem,
  listRounds,
  type NumberedChecklist,
  type NumberedItem,
  type NumberedRound,
  readChecklist,
} from './checklist-repository.ts'
export { installStandardChecklist, standardChecklist } from './standard-checklist.ts'

const WordingRow = z.object({
  version: z.int(),
  wording: z.string(),
  changed_at: z.int(),
  changed_by: z.string(),
})

export const checklistsHandlers: HandlersOf<'checklists'> = {
  current: ({ database, ports }) =>
    contractChecklist(readChecklist(database), listRounds(database), shippedNames(ports.content)),

  itemHistory({ database }, { id }) {
    const no = readChecklist(database).itemById.get(id)?.no
    if (no === undefined) throw new AppError('not-found', 'itemGone')
    return statement(database, 'SELECT * FROM checklist_wording WHERE item_no = ? ORDER BY version DESC LIMIT 500')
      .all(no)
      .map((raw) => {
        const row = WordingRow.parse(raw)
        return {
          ...ItemWording.parse(JSON.parse(row.wording)),
          version: row.version,
          changedAt: row.changed_at,
          changedBy: row.changed_by,
        }
      })
  },

  rewordItem,
  addItem,
  moveItems,
  switchItems,
  addZone,
  updateZone,
  orderZones,
  updateRound,
  exportFile: exportChecklist,
  previewImportFile: previewImport,
  confirmImportFile: confirmImport,
  undoImport,
}
