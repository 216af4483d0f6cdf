import { z } from 'zod'
import { Severity } from './checklists.ts'
import { command, Day, Done, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
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
  /** Found, or come back the last time, in these days. */
  openSinceFrom: Day.optional(),
  openSinceTo: Day.optional(),
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

/** Cards of a column at once; the rest comes by `list`. */
export const BOARD_CARDS = 20

/** States in the order of their life, each with its number of tasks and the first cards: soonest due first, ended ones latest found first. */
export const BoardColumn = z.object({ state: TaskState, count: z.int(), tasks: z.array(Rectification) })
export type BoardColumn = z.infer<typeof BoardColumn>

/** Kept for each person; more are a list to search in, not a choice. */
export const MOST_SAVED_FILTERS = 30

/** A place of the list with a name of its own; the parameters are those of the list's address. */
export const SavedFilter = z.object({
  uid: Uid,
  name: z.string(),
  params: z.record(z.string(), z.string()),
  /** Where the list begins for this person. */
  isDefault: z.boolean(),
})
export type SavedFilter = z.infer<typeof SavedFilter>

const FilterParams = z
  .record(z.string().max(20), z.string().max(300))
  .refine((params) => Object.keys(params).length <= 30, 'tooLong')

export const rectificationLists = {
  list: query([...READERS], TaskFilter, z.object({ tasks: z.array(Rectification), total: z.int() })),
  board: query([...READERS], TaskFilter.omit({ sort: true, limit: true, offset: true }), z.array(BoardColumn)),
  savedFilters: query([...READERS], Nothing, z.array(SavedFilter)),
  /** The same name again replaces what it stood for. */
  saveFilter: command(
    [...STAFF],
    z.object({
      name: z.string().trim().min(1, 'required').max(30, 'tooLong'),
      params: FilterParams,
      isDefault: z.boolean(),
    }),
    SavedFilter,
    'journal',
  ),
  forgetFilter: command([...STAFF], z.object({ uid: Uid }), Done, 'journal'),
}
