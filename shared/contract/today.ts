import { z } from 'zod'
import { Figures } from './figures.ts'
import { DayPlan } from './patrols.ts'
import { Instant, Nothing, query, READERS, Uid } from './procedure.ts'
import { Rectification } from './rectifications.ts'

/** One screen, one call: the day as a line, what is mine and what is others', the month so far, the week's rounds. */
export const today = {
  overview: query(
    [...READERS],
    Nothing,
    z.object({
      day: DayPlan,
      tasks: z.array(Rectification).max(50),
      taskCount: z.int(),
      /** The heaviest open tasks that wait for somebody else. */
      otherTasks: z.array(Rectification).max(10),
      otherCount: z.int(),
      month: z.object({
        figures: Figures,
        roundsDue: z.int(),
        roundsHeld: z.int(),
        /** Tasks of the month done by their due time ÷ tasks done or overdue; null where there are none. */
        onTimeRate: z.number().nullable(),
      }),
      /** Devices that are down and serve nobody, longest first; `devicesDownCount` knows how many there are. */
      devicesDown: z.array(z.object({ uid: Uid, name: z.string(), since: Instant })).max(3),
      devicesDownCount: z.int(),
      /** This week and the last, Monday first. */
      week: z.array(DayPlan.pick({ on: true, kind: true, isOpen: true, patrols: true })),
    }),
  ),
}
