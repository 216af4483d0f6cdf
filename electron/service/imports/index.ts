import type { ImportResult, imports } from '../../../shared/contract/imports.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { Decisions } from '../../../shared/domain/imports/decisions.ts'
import type { Known } from '../../../shared/domain/imports/known.ts'
import { AppError } from '../../../shared/errors.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { backUpBefore } from '../backups/index.ts'
import { removeImportedDevices } from '../devices/index.ts'
import { type HandlersOf, type Preparation, prepared } from '../handlers.ts'
import { removeImportedPatrols } from '../patrols/index.ts'
import { removeImportedStaff } from '../people/index.ts'
import { removeImportedTasks } from '../rectifications/index.ts'
import type { Watch } from '../spreadsheets/progress.ts'
import { bytesOf } from '../spreadsheets/read-table.ts'
import { templateOf } from '../spreadsheets/templates.ts'
import type { PlanIn, SavablePlan } from './file-jobs.ts'
import {
  findImport,
  importedBefore,
  insertImport,
  listImports,
  markUndone,
  readMapping,
  saveMapping,
} from './import-repository.ts'
import { readKnown } from './read-known.ts'
import { readingsOf } from './readings.ts'
import { saveDrafts } from './save-import.ts'

type FileInput = InputOf<typeof imports.confirmFile>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a plan is made of; the columns of last time hold unless this time's are given. */
async function planIn(
  { database }: Pick<Preparation, 'database'>,
  { kind, file, fileName, decisions }: Pick<FileInput, 'kind' | 'file' | 'fileName' | 'decisions'>,
): Promise<PlanIn> {
  const mapping = { ...readMapping(database, kind), ...decisions.mapping }
  return {
    bytes: await bytesOf(file),
    fileName,
    kind,
    known: readKnown({ database }),
    decisions: { ...decisions, mapping } as Decisions,
  }
}

/** Runs a job of the file desk so that its caller can watch and stop it. */
function atDesk<T>(
  { ports, signal }: Preparation,
  readingId: string | undefined,
  job: (watch: Watch) => Promise<T>,
): Promise<T> {
  return readingsOf(ports.fileJobs).during(readingId, (onProgress) => job({ signal, onProgress }))
}

export const importsHandlers: HandlersOf<'imports'> = {
  async previewFile(call, input) {
    const { rowsFrom, aroundRow, onlyProblems, problems, problemsFrom } = input
    const page = { rowsFrom, aroundRow, onlyProblems, problems, problemsFrom }
    const plan = await planIn(call, input)
    const { hash, ...preview } = await atDesk(call, input.readingId, (watch) =>
      call.ports.fileJobs.preview({ ...plan, page }, watch),
    )
    return { ...preview, importedBefore: importedBefore(call.database, hash) }
  },

  reading: ({ ports }, { readingId }) => readingsOf(ports.fileJobs).of(readingId),

  confirmFile: prepared<FileInput, ImportResult, { plan: SavablePlan; known: Known }>({
    async prepare(call, input) {
      const wanted = await planIn(call, input)
      const plan = await atDesk(call, input.readingId, (watch) => call.ports.fileJobs.plan(wanted, watch))
      await backUpBefore(call, 'before-import')
      return { plan, known: wanted.known }
    },
    run(call, { kind, fileName }, { plan, known }) {
      if (call.signal?.aborted) throw new AppError('cancelled', 'cancelled')
      // The plan names people and items as they were when it was made.
      if (JSON.stringify(readKnown(call)) !== JSON.stringify(known)) throw new AppError('conflict', 'importOutdated')
      const { accepted, skipped } = plan.counts
      const { hash } = plan
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
    const plan = await planIn(call, input)
    const annotated = await atDesk(call, input.readingId, (watch) =>
      call.ports.fileJobs.annotate({ ...plan, language: input.language }, watch),
    )
    const columnName = translatorFor(input.language)('imports.problemColumn')
    return { file: xlsxBlob(annotated), fileName: `${input.fileName.replace(/\.[^.]+$/, '')}-${columnName}.xlsx` }
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
    const kept = run.kind === 'devices' ? removeImportedDevices(call, run.id) : []
    if (run.kind === 'patrol') removeImportedPatrols(call, run.id)
    markUndone(call.database, run.id, call.now)
    call.changed({ record: 'import', uid: importUid, before: { undone: false }, after: { undone: true, kept } })
    return { kept }
  },
}

function xlsxBlob(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX })
}
