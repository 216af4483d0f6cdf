import { z } from 'zod'
import { Severity } from './checklists.ts'
import { Day, query, READERS } from './procedure.ts'
import { TaskConditions } from './rectification-lists.ts'

/** Rows and columns of the heat map of items and weeks. */
export const HEAT_ITEMS = 20
export const HEAT_WEEKS = 53
/** Days of a period up to which its course goes by weeks; a longer one goes by months. */
export const MOST_DAYS_BY_WEEK = 732

/** Ages of open tasks in whole days; the last has no end. */
export const AGE_BUCKETS = [
  { id: 'day', from: 0, to: 1 },
  { id: 'threeDays', from: 2, to: 3 },
  { id: 'week', from: 4, to: 7 },
  { id: 'month', from: 8, to: 30 },
  { id: 'older', from: 31, to: null },
] as const
export const AgeBucketId = z.enum(['day', 'threeDays', 'week', 'month', 'older'])

/** A number of tasks and what lists exactly these. */
export const TaskCount = z.object({ count: z.int(), filter: TaskConditions })
export type TaskCount = z.infer<typeof TaskCount>

/** Conditions of the tasks of an item that were found in a span of days and count. */
export const foundOfItem = (item: string, { from, to }: { from: string; to: string }): TaskConditions => ({
  counted: true,
  item,
  foundFrom: from,
  foundTo: to,
})

const Item = { item: z.string(), zh: z.string(), en: z.string(), zone: z.string() }

export const RectificationFigures = z.object({
  total: z.object({
    found: TaskCount,
    done: TaskCount,
    /** Now, whatever the period. */
    open: TaskCount,
    overdue: TaskCount,
    returnedWithin7: TaskCount,
    returnedWithin180: TaskCount,
  }),
  /** Tasks found in the period by cause, most first; those without one apart. */
  causes: z.array(TaskCount.extend({ cause: z.string() })),
  withoutCause: TaskCount,
  /** Tasks found in the period by item, most first. */
  items: z.array(TaskCount.extend(Item)),
  /** Open tasks now, by the days since they were found or came back the last time. */
  ageing: z.array(TaskCount.extend({ bucket: AgeBucketId, overdue: TaskCount })),
  /** From found, or from the last time it came back, to handed in, of tasks struck off in the period; hours on the clock. */
  timeToFix: z.array(
    TaskCount.extend({ severity: Severity, medianHours: z.number().nullable(), p90Hours: z.number().nullable() }),
  ),
  /** Weeks from Monday to Sunday or calendar months, cut at the ends of the period; open is at the end of each. */
  course: z.object({
    by: z.enum(['week', 'month']),
    spans: z.array(z.object({ from: Day, to: Day, found: TaskCount, done: TaskCount, open: TaskCount })),
  }),
  /** The last `HEAT_WEEKS` weeks, cut at the ends of the period, and how often each of the `HEAT_ITEMS` items found
   *  most was found in each of them; `foundOfItem` lists what one number counts. */
  itemWeeks: z.object({
    weeks: z.array(z.object({ from: Day, to: Day })),
    items: z.array(z.object({ item: z.string(), counts: z.array(z.int()) })),
  }),
  /** 屡查屡犯: items found again within 180 days of being struck off, most often first. */
  chronic: z.array(
    TaskCount.extend({
      ...Item,
      /** The last time: struck off, and found again. */
      doneOn: Day,
      againOn: Day,
      days: z.int(),
    }),
  ),
})
export type RectificationFigures = z.infer<typeof RectificationFigures>

export const rectificationFigures = {
  figures: query([...READERS], z.object({ from: Day, to: Day }), RectificationFigures),
}
