import type { MeetingDay } from '../../../shared/contract/meetings.ts'

/** How something is written down, as the day tells it. */
export type CaptureRule = MeetingDay['captures'][number]
