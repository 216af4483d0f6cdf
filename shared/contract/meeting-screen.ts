import { z } from 'zod'
import { WALL_KEYS } from '../domain/meeting-keys.ts'
import { OwnerId, RoundId, Severity } from './checklists.ts'
import { AttendanceState } from './meetings.ts'
import { PATROL_STATES } from './patrols.ts'
import { command, Day, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'

/** Rows of one block that a wall can page through; `total` says how many there are. */
export const MOST_WALL_ROWS = 40

/** How a row stands: a machine that is down, a round as it is, a roll-call that nobody has taken. */
export const WALL_STATUSES = ['down', 'not-called', 'no-roll', ...PATROL_STATES] as const

const Text = z.object({ zh: z.string(), en: z.string() })

/** One line of a block. What a key does not know stays away; nothing here is ever for one person only. */
export const WallRow = z.object({
  /** The main words: an item, a task, a device. Null where the row is a person or a named figure. */
  text: Text.nullable().default(null),
  /** A name that is public in the meeting: who has it, who hosts. */
  person: z.string().nullable().default(null),
  /** A post or duty in whose queue it lies. */
  queue: OwnerId.nullable().default(null),
  round: RoundId.nullable().default(null),
  /** More about it, typed by somebody. */
  note: z.string().nullable().default(null),
  zone: z.string().nullable().default(null),
  severity: Severity.nullable().default(null),
  count: z.int().nullable().default(null),
  at: Instant.nullable().default(null),
  on: Day.nullable().default(null),
  attendance: AttendanceState.nullable().default(null),
  status: z.enum(WALL_STATUSES).nullable().default(null),
  isDone: z.boolean().nullable().default(null),
  isLate: z.boolean().default(false),
  figure: z
    .object({
      value: z.number().nullable(),
      /** Of the span before, for the change. */
      before: z.number().nullable(),
      target: z.number().nullable(),
      unit: z.enum(['rate', 'count', 'minutes']),
      isMoreBetter: z.boolean(),
    })
    .nullable()
    .default(null),
})
export type WallRow = z.infer<typeof WallRow>

export const WallBlock = z.object({
  key: z.enum(WALL_KEYS),
  name: Text,
  /** Sums the others up, or is none of them: stands above the rows and is not counted among them. */
  head: WallRow.nullable(),
  rows: z.array(WallRow).max(MOST_WALL_ROWS),
  total: z.int(),
  /** The days it speaks of, where they are not the day of the meeting alone. */
  span: z.object({ from: Day, to: Day }).nullable(),
  /** The rounds it rests on: where none was handed in, no rows mean that nobody looked. `missed` are past and lost. */
  rounds: z.object({ planned: z.int(), held: z.int(), missed: z.int() }).nullable(),
})
export type WallBlock = z.infer<typeof WallBlock>

/** Everything the wall may know of a meeting. */
export const WallScreen = z.object({
  meeting: Uid,
  name: Text,
  host: z.string(),
  position: z.int(),
  stepBeganAt: Instant,
  secondsBefore: z.int(),
  step: z.object({ name: Text, minutes: z.int(), prompts: z.array(Text), leadRole: z.string() }),
  steps: z.array(z.object({ name: Text, minutes: z.int() })),
  blocks: z.array(WallBlock),
  timer: z.object({ warnAfterSeconds: z.int(), noteAfterSeconds: z.int() }),
  now: Instant,
})
export type WallScreen = z.infer<typeof WallScreen>

const AtStep = z.object({ meeting: Uid, position: z.int().min(0).max(40) })

export const meetingScreen = {
  /** Live data of one step; keys that nothing stands behind are left out. */
  screenData: query([...READERS], AtStep, z.array(WallBlock).max(8)),
  /** The running step of the running meeting; null while none runs. */
  wall: query([...READERS], Nothing, WallScreen.nullable()),
  /** Goes to a step and answers with its screen at once: a wall has no time to ask again. */
  wallTo: command([...STAFF], AtStep, WallScreen.nullable(), 'journal', 'meeting-steps'),
}
