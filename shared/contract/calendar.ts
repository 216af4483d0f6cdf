import { z } from 'zod'
import { command, Day, Done, query, READERS } from './procedure.ts'

/** `makeup`: a weekend day worked for a holiday (调休上班). */
export const DAY_KINDS = ['weekday', 'weekend', 'makeup', 'holiday'] as const
export const DayKind = z.enum(DAY_KINDS)
export type DayKind = z.infer<typeof DayKind>

export const CalendarDay = z.object({
  on: Day,
  kind: DayKind,
  isOpen: z.boolean(),
  /** Name of the holiday or the reason somebody typed. */
  name: z.string().nullable(),
  /** False where no official table covers the year: weekends are assumed, holidays unknown. */
  isCertain: z.boolean(),
  /** Set by hand or from a file rather than from the shipped table. */
  isOverridden: z.boolean(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const calendar = {
  days: query([...READERS], z.object({ from: Day, to: Day }), z.array(CalendarDay).max(800)),
  /** All three null: the shipped table holds again. */
  setDay: command(
    ['outlet-head', 'operator'],
    z.object({
      on: Day,
      kind: DayKind.nullable(),
      isOpen: z.boolean().nullable(),
      name: z.string().trim().max(40, 'tooLong').nullable(),
    }),
    Done,
  ),
}
