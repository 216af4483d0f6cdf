import { z } from 'zod'
import { Severity } from './checklists.ts'
import { Day, query, READERS } from './procedure.ts'
import { Rectification, Source, TaskState } from './rectifications.ts'

/** A fault returned when it was found again within so many days of being struck off; the longer span holds the shorter. */
export const RETURN_WINDOWS = [7, 180] as const
export type ReturnWindow = (typeof RETURN_WINDOWS)[number]

/** Where no cause was given. */
export const NO_CAUSE = 'none'

export const TASK_SORTS = ['no', 'severity', 'zone', 'owner', 'found', 'due', 'state', 'source'] as const
export const TaskSort = z.enum(TASK_SORTS)
export type TaskSort = z.infer<typeof TaskSort>

/** What a task must fulfil; a figure carries the ones that list its tasks. */
export const TaskConditions = z.object({
  states: z.array(TaskState).optional(),
  severities: z.array(Severity).optional(),
  overdue: z.boolean().optional(),
  item: z.string().optional(),
  zone: z.string().optional(),
  source: Source.optional(),
  /** Id of a cause, or `NO_CAUSE`. */
  cause: z.string().max(60).optional(),
  /** Without those withdrawn. */
  counted: z.boolean().optional(),
  foundFrom: Day.optional(),
  foundTo: Day.optional(),
  /** Struck off (verified, or closed on the spot) in these days. */
  doneFrom: Day.optional(),
  doneTo: Day.optional(),
  /** Found by the end of this day and not yet struck off then. */
  openOn: Day.optional(),
  /** Found again in these days, at most `within` days after the fault was struck off. */
  returned: z.object({ within: z.literal([...RETURN_WINDOWS]), from: Day, to: Day }).optional(),
})
export type TaskConditions = z.infer<typeof TaskConditions>

export const TaskFilter = TaskConditions.extend({
  /** Mine: owned by me or lying in a queue of mine, or waiting for my check. */
  mine: z.boolean().default(false),
  overdue: z.boolean().default(false),
  /** Words of the description in text or pinyin, of the item, the owner or the number. */
  search: z.string().trim().max(100).default(''),
  /** Absent: open ones first, then by severity and due time. */
  sort: z.object({ by: TaskSort, isDescending: z.boolean() }).optional(),
  limit: z.int().min(1).max(1000).default(200),
  offset: z.int().nonnegative().default(0),
})

export const rectificationLists = {
  list: query([...READERS], TaskFilter, z.object({ tasks: z.array(Rectification), total: z.int() })),
}
