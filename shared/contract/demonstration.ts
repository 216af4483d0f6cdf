import { z } from 'zod'
import { command, Nothing, query } from './procedure.ts'
import { LanguageId, Month } from './reports.ts'

/** Months a file may span. */
export const MOST_MONTHS = 24
export const MOST_CLAUSES = 300
/** Photos of one file; what is left out is counted and said. */
export const MOST_PHOTOS = 500

export const GAP_KINDS = [
  'no-items',
  'no-answers',
  'months-without',
  'never-seen',
  'open-tasks',
  'no-after-photo',
  'no-photo',
  'no-training',
] as const
export const GapKind = z.enum(GAP_KINDS)
export type GapKind = z.infer<typeof GapKind>

/** What an inspector would miss. `clause` is null where the whole file misses it. */
export const DemonstrationGap = z.object({
  clause: z.string().nullable(),
  kind: GapKind,
  count: z.int(),
  /** Months, wordings or numbers of tasks; the first of them. */
  details: z.array(z.string()).max(60),
})
export type DemonstrationGap = z.infer<typeof DemonstrationGap>

/** What stands for one clause in the period. */
export const ClauseProof = z.object({
  clause: z.string(),
  items: z.int(),
  rounds: z.int(),
  answers: z.int(),
  /** 0…1; null where nothing was judged. */
  passRate: z.number().nullable(),
  tasks: z.int(),
  photos: z.int(),
  /** Lines of meetings that speak of its tasks. */
  meetings: z.int(),
  gaps: z.int(),
})
export type ClauseProof = z.infer<typeof ClauseProof>

export const DEMONSTRATION_STAGES = ['waiting', 'reading', 'photos', 'writing', 'printing'] as const
export const DemonstrationProgress = z.object({
  stage: z.enum(DEMONSTRATION_STAGES),
  /** Photos; 0 of 0 where there is nothing to count. */
  done: z.int(),
  of: z.int(),
})
export type DemonstrationProgress = z.infer<typeof DemonstrationProgress>

export const DEMONSTRATION_FORMATS = ['folder', 'pdf'] as const
export const DemonstrationFormat = z.enum(DEMONSTRATION_FORMATS)
export type DemonstrationFormat = z.infer<typeof DemonstrationFormat>

const Clause = z.string().min(1).max(100)
const Wish = {
  /** First and last month, both whole. */
  from: Month,
  to: Month,
  /** Null: every clause that an item of the checklist names. */
  clauses: z.array(Clause).max(MOST_CLAUSES).nullable(),
  language: LanguageId.default('zh-CN'),
}
const REPORTERS = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'branch-lead', 'auditor', 'operator'] as const

/** 示范窗口资料: proof for each clause of a standard, what is missing first. */
export const demonstration = {
  /** Clauses that items of the checklist name, and how many items that are on name none. */
  clauses: query(
    [...REPORTERS],
    Nothing,
    z.object({
      clauses: z.array(z.object({ clause: z.string(), items: z.int() })).max(MOST_CLAUSES),
      unmapped: z.int(),
    }),
  ),
  /** What the file would hold, and its first page. */
  preview: query(
    [...REPORTERS],
    z.object(Wish),
    z.object({
      title: z.string(),
      html: z.string(),
      gaps: z.array(DemonstrationGap).max(3000),
      clauses: z.array(ClauseProof).max(MOST_CLAUSES),
      photos: z.int(),
      photosLeftOut: z.int(),
      /** Where files are put unless somebody says otherwise. */
      folder: z.string(),
    }),
  ),
  /** Writes the file into a folder of this computer: all of it, or nothing. */
  write: command(
    ['outlet-head', 'ops-supervisor', 'lobby-manager', 'operator'],
    z.object({
      ...Wish,
      watchId: z.string().max(64).optional(),
      folder: z.string().min(1, 'required').max(1000),
      format: DemonstrationFormat,
    }),
    z.object({
      path: z.string(),
      /** Of all its files together. */
      bytes: z.int(),
      photos: z.int(),
      photosLeftOut: z.int(),
      gaps: z.int(),
    }),
  ),
  /** How far the call is that was given this `watchId`. */
  progress: query([...REPORTERS], z.object({ watchId: z.string().max(64) }), DemonstrationProgress.nullable()),
}
