import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { IMPORT_KINDS } from '../domain/imports/columns.ts'
import { PAGE } from '../domain/imports/page-sizes.ts'
import { PROBLEM_KINDS } from '../domain/imports/problem.ts'
import { POSTS } from '../roles.ts'
import { MOST_DEVICES } from './devices.ts'
import { command, Instant, Nothing, query, Uid } from './procedure.ts'

export const ImportKindId = z.enum(IMPORT_KINDS)

export const ImportProblem = z.object({
  /** File row, 1-based. */
  row: z.int(),
  /** Header of the column as the file has it; absent where the whole row is meant. */
  column: z.string().optional(),
  field: z.string().optional(),
  kind: z.enum(PROBLEM_KINDS),
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  of: z.int().optional(),
  fix: z.string().optional(),
  blocking: z.boolean(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

const Choice = z.union([z.literal('text'), z.literal('leave-out')])

/** Everything a person decides in the wizard, so that confirming sends the file and the decisions, not the rows. */
export const ImportDecisions = z.object({
  sheet: z.string().optional(),
  headerRow: z.int().positive().optional(),
  mapping: z.record(z.string(), z.string()).optional(),
  fixes: z.record(z.string(), z.record(z.string(), z.string().max(2000))).optional(),
  leftOut: z.array(z.int()).max(20_000).optional(),
  kept: z.array(z.int()).max(20_000).optional(),
  people: z.record(z.string(), z.union([z.object({ uid: Uid }), Choice])).optional(),
  items: z.record(z.string(), z.union([z.object({ id: z.string() }), Choice])).optional(),
  posts: z.record(z.string(), z.union([z.enum(POSTS), z.literal('leave-out')])).optional(),
})

const UnknownWord = z.object({
  text: z.string(),
  key: z.string(),
  rowCount: z.int(),
  nearest: z.string().optional(),
})

const HeaderColumn = z.object({ field: z.string().nullable(), header: z.string(), index: z.int() })

export const ImportPreview = z.object({
  kind: ImportKindId,
  sheet: z.string(),
  sheets: z.array(z.string()),
  /** Every column of the header row; `field` is null where nothing is taken from it. */
  header: z.object({ row: z.int(), columns: z.array(HeaderColumn) }).nullable(),
  /** What can be mapped to. */
  fields: z.array(z.object({ id: z.string(), isRequired: z.boolean() })),
  /** Of the widest row, for a file without a header. */
  columnCount: z.int(),
  /** One page of the rows as the file shows them, by file row, each with what is said about it. */
  rows: z
    .array(
      z.object({
        row: z.int(),
        cells: z.array(z.string()),
        isAccepted: z.boolean(),
        problems: z.array(ImportProblem),
      }),
    )
    .max(PAGE.rows),
  /** How many shown rows come before this page. */
  rowsFrom: z.int(),
  shownCount: z.int(),
  /** One page of the problems wished for. */
  problems: z.array(ImportProblem).max(PAGE.problems),
  problemCount: z.int(),
  /** The first words of each kind that stand for nothing on record; `unknownCounts` knows how many there are. */
  unknown: z.object({ people: z.array(UnknownWord), items: z.array(UnknownWord), posts: z.array(UnknownWord) }),
  unknownCounts: z.object({ people: z.int(), items: z.int(), posts: z.int() }),
  counts: z.object({ accepted: z.int(), skipped: z.int(), remarked: z.int(), blocked: z.int() }),
  mapping: z.record(z.string(), z.string()),
  /** Somebody brought in a file with the very same bytes before, and it stands. */
  importedBefore: Instant.nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const READING_STAGES = ['waiting', 'opening', 'reading', 'checking'] as const
export const ReadingProgress = z.object({
  stage: z.enum(READING_STAGES),
  /** Rows; 0 of 0 while they cannot be counted yet. */
  done: z.int(),
  of: z.int(),
})
export type ReadingProgress = z.infer<typeof ReadingProgress>

export const ImportRun = z.object({
  uid: Uid,
  kind: ImportKindId,
  fileName: z.string(),
  at: Instant,
  by: z.string(),
  accepted: z.int(),
  skipped: z.int(),
  undoneAt: Instant.nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

export const ImportResult = z.object({
  importUid: Uid,
  accepted: z.int(),
  skipped: z.int(),
  /** The first of them. */
  problems: z.array(ImportProblem).max(PAGE.problems),
})
export type ImportResult = z.infer<typeof ImportResult>

const IMPORTERS = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'operator'] as const
const Reading = { readingId: z.string().max(64).optional() }
const FileInput = {
  ...Reading,
  kind: ImportKindId,
  file: BinaryFileSchema,
  fileName: z.string().max(255),
  decisions: ImportDecisions.default({}),
}

/**
 * Nothing is saved before `confirmFile`; the whole import is taken back by `undo`. `kept` names the machines that stay:
 * somebody has worked with them since.
 */
export const imports = {
  previewFile: query(
    [...IMPORTERS],
    z.object({
      ...FileInput,
      rowsFrom: z.int().nonnegative().default(0),
      /** The page that holds this file row, whatever `rowsFrom` says. */
      aroundRow: z.int().optional(),
      onlyProblems: z.boolean().default(false),
      /** `to-decide`: without those that are decided once for all rows under their word, blocking ones first. */
      problems: z.enum(['all', 'to-decide']).default('all'),
      problemsFrom: z.int().nonnegative().default(0),
    }),
    ImportPreview,
  ),
  /** How far the file is that a call under way was given with this `readingId`. */
  reading: query([...IMPORTERS], z.object({ readingId: z.string().max(64) }), ReadingProgress.nullable()),
  confirmFile: command([...IMPORTERS], z.object(FileInput), ImportResult),
  /** The same file with a red column of problems. */
  problemsFile: query(
    [...IMPORTERS],
    z.object({ ...FileInput, language: z.enum(['zh-CN', 'en']) }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  templateFile: query(
    [...IMPORTERS],
    z.object({ kind: ImportKindId, language: z.enum(['zh-CN', 'en']) }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  list: query([...IMPORTERS, 'auditor', 'branch-lead'], Nothing, z.array(ImportRun).max(500)),
  undo: command(
    [...IMPORTERS],
    z.object({ importUid: Uid }),
    z.object({ kept: z.array(z.string()).max(MOST_DEVICES) }),
  ),
}
