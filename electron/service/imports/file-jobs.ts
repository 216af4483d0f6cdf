import { createHash } from 'node:crypto'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { Decisions } from '../../../shared/domain/imports/decisions.ts'
import type { Known } from '../../../shared/domain/imports/known.ts'
import { PAGE } from '../../../shared/domain/imports/page-sizes.ts'
import type { Problem } from '../../../shared/domain/imports/problem.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { annotateProblems } from '../spreadsheets/annotate-problems.ts'
import type { ReportProgress, Watch } from '../spreadsheets/progress.ts'
import { readTable } from '../spreadsheets/read-table.ts'
import { type AnyPlan, planOf } from './import-plan.ts'
import { type PageWish, type PreviewPage, previewPage } from './preview-page.ts'

export interface FileIn {
  bytes: Uint8Array
  fileName: string
}

export interface PlanIn extends FileIn {
  kind: ImportKind
  known: Known
  decisions: Decisions
}

/** What confirming needs of a plan. */
export interface SavablePlan extends Pick<AnyPlan, 'drafts' | 'counts' | 'mapping'> {
  hash: string
  /** The first of them; `counts` knows how many rows they keep out. */
  problems: readonly Problem[]
}

/**
 * Everything about a file that takes seconds and needs no database. A host may run it in a thread of its own, so what
 * goes in and out is plain data.
 */
export interface FileJobs {
  read(input: FileIn, watch?: Watch): Promise<SheetSet>
  plan(input: PlanIn, watch?: Watch): Promise<SavablePlan>
  preview(input: PlanIn & { page: PageWish }, watch?: Watch): Promise<PreviewPage & { hash: string }>
  annotate(input: PlanIn & { language: Language }, watch?: Watch): Promise<Uint8Array>
}

/** The last file and its last plan stay in memory: a page is turned and a decision checked without reading again. */
export function createFileJobs(): FileJobs {
  let lastRead: { key: string; set: SheetSet } | undefined
  let lastPlan: { key: string; plan: AnyPlan } | undefined

  async function read({ bytes, fileName }: FileIn, report?: ReportProgress) {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const key = `${hash}/${fileName}`
    if (lastRead?.key !== key) {
      lastRead = undefined
      lastPlan = undefined
      lastRead = { key, set: await readTable(bytes, fileName, report) }
    }
    return { hash, set: lastRead.set }
  }

  async function plan(input: PlanIn, report?: ReportProgress) {
    const { kind, known, decisions } = input
    const { hash, set } = await read(input, report)
    const key = JSON.stringify([hash, input.fileName, kind, known, decisions])
    if (lastPlan?.key !== key) lastPlan = { key, plan: planOf(kind, set, known, decisions, report) }
    return { hash, set, plan: lastPlan.plan }
  }

  return {
    read: async (input, watch) => (await read(input, watch?.onProgress)).set,
    async plan(input, watch) {
      const { hash, plan: made } = await plan(input, watch?.onProgress)
      const { drafts, counts, mapping, problems } = made
      return { hash, drafts, counts, mapping, problems: problems.slice(0, PAGE.problems) }
    },
    async preview(input, watch) {
      const { hash, set, plan: made } = await plan(input, watch?.onProgress)
      return { hash, ...previewPage(set, made, input.decisions, input.page) }
    },
    async annotate(input, watch) {
      const { plan: made } = await plan(input, watch?.onProgress)
      const translate = translatorFor(input.language)
      const sentence = ({ messageKey, params }: Problem) => translate(messageKey as MessageKey, { ...params })
      return annotateProblems(input.bytes, input.fileName, made.problems, sentence, {
        sheet: made.sheet,
        headerRow: made.header?.row,
        columnName: translate('imports.problemColumn'),
      })
    },
  }
}
