import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { IMPORT_KINDS } from '../domain/imports/columns.ts'
import { PROBLEM_KINDS } from '../domain/imports/problem.ts'
import { POSTS } from '../roles.ts'
import { command, Done, Instant, Nothing, query, Uid } from './procedure.ts'

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
  rows: z.array(z.int()),
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
  /** The first rows as the file shows them, by file row. */
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()), isAccepted: z.boolean() })).max(500),
  rowCount: z.int(),
  problems: z.array(ImportProblem).max(5000),
  unknown: z.object({ people: z.array(UnknownWord), items: z.array(UnknownWord), posts: z.array(UnknownWord) }),
  counts: z.object({ accepted: z.int(), skipped: z.int(), remarked: z.int(), blocked: z.int() }),
  mapping: z.record(z.string(), z.string()),
  /** Somebody brought in a file with the very same bytes before, and it stands. */
  importedBefore: Instant.nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

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
  problems: z.array(ImportProblem),
})
export type ImportResult = z.infer<typeof ImportResult>

const IMPORTERS = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'operator'] as const
const FileInput = {
  kind: ImportKindId,
  file: BinaryFileSchema,
  fileName: z.string().max(255),
  decisions: ImportDecisions.default({}),
}

/** Nothing is saved before `confirmFile`; the whole import is taken back by `undo`. */
export const imports = {
  previewFile: query([...IMPORTERS], z.object(FileInput), ImportPreview),
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
  undo: command([...IMPORTERS], z.object({ importUid: Uid }), Done),
}
