import type { z } from 'zod'
import type { WallBlock, WallRow } from '../../../../shared/contract/meeting-screen.ts'
import type { OutletCalendar } from '../../calendar/index.ts'
import type { Call } from '../../handlers.ts'
import type { Flow } from '../flow.ts'
import type { MeetingRow } from '../meeting-repository.ts'

/** What a reader may look at: the meeting, its day, and the last open day before it. */
export interface WallContext {
  call: Call
  meeting: MeetingRow
  on: string
  before: string | null
  calendar: OutletCalendar
  flow: Flow
}

export type WallRowIn = z.input<typeof WallRow>
export interface WallRows {
  rows: WallRowIn[]
  /** Where there are more than rows. */
  total?: number
  head?: WallRowIn
  span?: NonNullable<WallBlock['span']>
  rounds?: NonNullable<WallBlock['rounds']>
}

/** Null: nothing stands behind the key in this outlet, so the block is left out. */
export type WallReader = (context: WallContext) => WallRows | null
