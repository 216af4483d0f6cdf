import { z } from 'zod'
import { Absence, Meeting, MeetingKind, MeetingSummary } from './meetings.ts'
import { command, Day, Done, Instant, LEADS, query, READERS, STAFF, Uid } from './procedure.ts'

const Reason = z.string().trim().min(1, 'required').max(200, 'tooLong')
const OfDay = { on: Day, kind: MeetingKind }
const Held = {
  ...OfDay,
  templateId: z.string(),
  host: Uid,
  startedAt: Instant,
  endedAt: Instant,
}

/** Wrong PIN: nothing is signed, and the tries of that person are counted as at the door. */
export const SignResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed'), meeting: Meeting }),
  z.object({ outcome: z.literal('refused'), triesLeft: z.int(), retryAt: Instant.nullable() }),
])

/** What stands around a meeting: its log, its signature, days without one, hosts and absences. */
export const meetingLogs = {
  /** Oldest first; dropped ones are left out. */
  list: query([...READERS], z.object({ from: Day, to: Day }), z.array(MeetingSummary).max(1000)),
  /** Held today and written down afterwards; until midnight. */
  enterLate: command([...STAFF], z.object(Held), Meeting),
  /** Of an earlier day, by the head with a reason. */
  enterPast: command(['outlet-head'], z.object({ ...Held, reason: Reason }), Meeting),
  /** Lets a draft of an earlier day be signed after all. */
  allowLate: command(['outlet-head'], z.object({ meeting: Uid, reason: Reason }), Meeting),
  /** By the PIN of the host, whoever sits at the seat. */
  sign: command([...STAFF], z.object({ meeting: Uid, pin: z.string().max(64) }), SignResult),
  confirm: command(['outlet-head'], z.object({ meeting: Uid }), Meeting),
  /** After the signature nothing is changed; this is set below it. */
  addToLog: command(
    [...STAFF],
    z.object({ meeting: Uid, words: z.string().trim().min(1, 'required').max(1000, 'tooLong') }),
    Meeting,
  ),
  explainDay: command([...LEADS], z.object({ ...OfDay, reason: Reason }), Done),
  swapHost: command([...STAFF], z.object({ ...OfDay, host: Uid }), Done),
  announceAbsence: command(
    [...STAFF],
    z.object({ on: Day, person: Uid, reason: Reason, coveredBy: Uid.nullable().default(null) }),
    Absence,
  ),
  withdrawAbsence: command([...STAFF], z.object({ on: Day, person: Uid }), Done),
}
