import { createHash } from 'node:crypto'
import type { BinaryFile } from '../../../shared/binary-file.ts'
import type { ImportResult, imports } from '../../../shared/contract/imports.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import type { Decisions } from '../../../shared/domain/imports/decisions.ts'
import type { Problem } from '../../../shared/domain/imports/problem.ts'
import { AppError } from '../../../shared/errors.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type HandlersOf, prepared } from '../handlers.ts'
import { removeImportedPatrols } from '../patrols/index.ts'
import { removeImportedStaff } from '../people/index.ts'
import { removeImportedTasks } from '../rectifications/index.ts'
import { annotateProblems } from '../spreadsheets/annotate-problems.ts'
import { readTableFile } from '../spreadsheets/read-table.ts'
import { templateOf } from '../spreadsheets/templates.ts'
import { findImport, insertImport, listImports, markUndone, saveMapping } from './import-repository.ts'
import { planImport, previewOf } from './preview-import.ts'
import { saveDrafts } from './save-import.ts'

type FileInput = InputOf<typeof imports.confirmFile>

interface ReadFile {
  set: SheetSet
  bytes: Uint8Array
  hash: string
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function readFile({ file, fileName }: { file: BinaryFile; fileName: string }): Promise<ReadFile> {
  const set = await readTableFile(file, fileName)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { set, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

export const importsHandlers: HandlersOf<'imports'> = {
  async previewFile(call, input) {
    const { set, hash } = await readFile(input)
    return previewOf(call, input.kind, set, hash, input.decisions as Decisions)
  },

  confirmFile: prepared<FileInput, ImportResult, ReadFile>({
    prepare: (_call, input) => readFile(input),
    run(call, { kind, fileName, decisions }, { set, hash }) {
      const plan = planImport(call, kind, set, decisions as Decisions)
      const { accepted, skipped } = plan.counts
      const uid = call.ports.ids.uid(call.now)
      const by = call.actor.name
      const id = insertImport(call.database, {
        uid,
        kind,
        file_name: fileName,
        file_hash: hash,
        at: call.now,
        by,
        accepted,
        skipped,
      })
      saveMapping(call.database, kind, plan.mapping)
      saveDrafts(call, kind, plan, id)
      call.changed({ record: 'import', uid, before: null, after: { kind, fileName, hash, accepted, skipped } })
      return {
        importUid: uid,
        accepted,
        skipped,
        problems: plan.problems.map((problem) => ({ ...problem })) as ImportResult['problems'],
      }
    },
  }),

  async problemsFile(call, input) {
    const { set, bytes } = await readFile(input)
    const { problems, sheet, header } = planImport(call, input.kind, set, input.decisions as Decisions)
    const translate = translatorFor(input.language)
    const sentence = ({ messageKey, params }: Problem) => translate(messageKey as MessageKey, { ...params })
    const columnName = translate('imports.problemColumn')
    const annotated = await annotateProblems(bytes, input.fileName, problems, sentence, {
      sheet,
      headerRow: header?.row,
      columnName,
    })
    const fileName = `${input.fileName.replace(/\.[^.]+$/, '')}-${columnName}.xlsx`
    return { file: xlsxBlob(annotated), fileName }
  },

  async templateFile(_call, { kind, language }) {
    return { file: xlsxBlob(await templateOf(kind, language)), fileName: `chenxun-${kind}.xlsx` }
  },

  list: ({ database }) =>
    listImports(database).map(({ uid, kind, file_name, at, by, accepted, skipped, undone_at }) => ({
      uid,
      kind,
      fileName: file_name,
      at,
      by,
      accepted,
      skipped,
      undoneAt: undone_at,
    })),

  undo(call, { importUid }) {
    const run = findImport(call.database, importUid)
    if (!run) throw new AppError('not-found', 'importGone')
    if (run.undone_at !== null) throw new AppError('conflict', 'importUndone')
    if (run.kind === 'roster') removeImportedStaff(call, run.id, run.changed)
    if (run.kind === 'ledger') removeImportedTasks(call, run.id)
    if (run.kind === 'patrol') removeImportedPatrols(call, run.id)
    markUndone(call.database, run.id, call.now)
    call.changed({ record: 'import', uid: importUid, before: { undone: false }, after: { undone: true } })
    return { done: true }
  },
}

function xlsxBlob(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX })
}
