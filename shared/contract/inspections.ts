import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { command, Day, LEADS, Nothing, query, Uid } from './procedure.ts'
import { Rectification } from './rectifications.ts'
import { LanguageId, ReportFormat } from './reports.ts'

/** Sources that an inspection's notice can stand behind. */
export const INSPECTION_SOURCES = ['branch', 'regulator', 'mystery', 'cctv', 'survey', 'complaint'] as const

/** Problems of one notice; a letter with more is answered in parts. */
export const MOST_NOTICE_TASKS = 100
export const MOST_NOTICES = 500

/** 检查通知: the letter that several tasks answer, written once for all of them. */
export const InspectionNotice = z.object({
  uid: Uid,
  number: z.string(),
  /** Who inspected: `分行服务督导组`. */
  inspector: z.string(),
  issuedOn: Day,
  /** The day by which the reply must be there. */
  replyBy: Day,
  tasks: z.int(),
  /** Of these, not yet struck off. */
  open: z.int(),
})
export type InspectionNotice = z.infer<typeof InspectionNotice>

const Text = (most: number) => z.string().trim().min(1, 'required').max(most, 'tooLong')
const READ_BY = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'branch-lead', 'auditor', 'operator'] as const

export const inspections = {
  /** Newest first. */
  list: query([...READ_BY], Nothing, z.array(InspectionNotice)),
  /** Tasks of inspections that no other notice has, and those of this one; newest first. */
  tasks: query(
    [...READ_BY],
    z.object({ uid: Uid.nullable() }),
    z.array(z.object({ task: Rectification, isChosen: z.boolean() })),
  ),
  /** A new notice, or what an existing one says; its tasks are exactly those named. */
  save: command(
    [...LEADS],
    z.object({
      uid: Uid.nullable(),
      number: Text(60),
      inspector: Text(60),
      issuedOn: Day,
      replyBy: Day,
      taskUids: z.array(Uid).min(1, 'required').max(MOST_NOTICE_TASKS, 'tooLong'),
    }),
    InspectionNotice,
  ),
  /** 检查整改回复 as a page that is also what is printed. */
  preview: query(
    [...READ_BY],
    z.object({ uid: Uid, language: LanguageId.default('zh-CN') }),
    z.object({ html: z.string() }),
  ),
  renderFile: query(
    [...READ_BY],
    z.object({ uid: Uid, language: LanguageId.default('zh-CN'), format: ReportFormat }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
}
