import { z } from 'zod'
import { CAPTURES } from '../domain/meeting-keys.ts'
import { FileHash } from './attachments.ts'
import { MeetingLine } from './meeting-lines.ts'
import { MeetingTemplate } from './meeting-templates.ts'
import { PersonRef } from './patrols.ts'
import { AnyPostId } from './people.ts'
import { command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'

export const MEETING_KINDS = ['morning', 'evening'] as const
export const MeetingKind = z.enum(MEETING_KINDS)
export type MeetingKind = z.infer<typeof MeetingKind>

export const MEETING_STATES = ['draft', 'signed', 'dropped'] as const
export const MeetingState = z.enum(MEETING_STATES)
export type MeetingState = z.infer<typeof MeetingState>

/** After a log is full no more is added to it, so that none is ever left out. */
export const MOST_ADDITIONS = 500

/** Open lines that are sent at once; `moreLines` sends the next. */
export const MOST_OPEN_LINES = 100

export const MeetingSummary = z.object({
  uid: Uid,
  on: Day,
  kind: MeetingKind,
  templateId: z.string(),
  templateVersion: z.int(),
  templateName: z.object({ zh: z.string(), en: z.string() }),
  host: PersonRef,
  recorder: PersonRef.nullable(),
  state: MeetingState,
  /** False: fewer came than half of those due. */
  isHeld: z.boolean(),
  /** Everybody on the roll was called; until then attendance is what is expected. */
  isCalled: z.boolean(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Written down after it was held. */
  isLate: z.boolean(),
  /** Why it was written down after its day, by the head. */
  lateReason: z.string().nullable(),
  signedAt: Instant.nullable(),
  signedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  confirmedBy: z.string().nullable(),
})
export type MeetingSummary = z.infer<typeof MeetingSummary>

export const ATTENDANCE_STATES = ['present', 'late', 'absent'] as const
export const AttendanceState = z.enum(ATTENDANCE_STATES)
export type AttendanceState = z.infer<typeof AttendanceState>

export const Attendance = z.object({
  person: PersonRef,
  state: AttendanceState,
  reason: z.string().nullable(),
  coveredBy: PersonRef.nullable(),
  /** Somebody has said so; before, it is what is expected. */
  isCalled: z.boolean(),
})
export type Attendance = z.infer<typeof Attendance>

/** Known before the roll-call. */
export const Absence = z.object({ on: Day, person: PersonRef, reason: z.string(), coveredBy: PersonRef.nullable() })
export type Absence = z.infer<typeof Absence>

export const MeetingStepRecord = z.object({
  position: z.int(),
  stepId: z.string(),
  begunAt: Instant.nullable(),
  /** Spent on it so far, the running one without the time since `stepBeganAt`. */
  seconds: z.int(),
  /** By five minutes or more: the log says so. */
  isOver: z.boolean(),
  note: z.string().nullable(),
})
export type MeetingStepRecord = z.infer<typeof MeetingStepRecord>

export const Meeting = z.object({
  meeting: MeetingSummary,
  template: MeetingTemplate,
  /** The step that runs, and since when; null before the first and after the last. */
  position: z.int().nullable(),
  stepBeganAt: Instant.nullable(),
  steps: z.array(MeetingStepRecord),
  attendance: z.array(Attendance),
  quorum: z.object({ due: z.int(), present: z.int(), needed: z.int(), isReached: z.boolean() }),
  pairs: z.array(z.object({ a: PersonRef, b: PersonRef, fixed: z.string().nullable() })),
  lines: z.array(MeetingLine),
  /** Of earlier meetings, unfinished when it began; those that this meeting ended are in it still. The first of them. */
  returned: z.array(MeetingLine).max(MOST_OPEN_LINES),
  /** How many there are in all. */
  returnedCount: z.int(),
  photos: z.array(FileHash),
  /** What its log must hold and does not, each with the step that writes it; empty once it is signed. */
  lacks: z
    .array(
      z.object({ capture: z.enum(CAPTURES), name: z.object({ zh: z.string(), en: z.string() }), position: z.int() }),
    )
    .max(20),
  /** Whether it can be signed without them: the roll-call can be missing, a line that must be there cannot. */
  mayBeSigned: z.boolean(),
  additions: z.array(z.object({ at: Instant, by: z.string(), words: z.string() })),
  /** SHA-256 of the signed log. */
  digest: z.string().nullable(),
  /** What the signed-in person may do now. */
  may: z.object({ write: z.boolean(), sign: z.boolean(), confirm: z.boolean(), allowLate: z.boolean() }),
})
export type Meeting = z.infer<typeof Meeting>

export const SUGGESTIONS = ['week-start', 'month-start', 'short-staffed', 'otherwise', 'evening'] as const

export const MeetingProposal = z.object({
  kind: MeetingKind,
  templateId: z.string(),
  reason: z.enum(SUGGESTIONS),
  /** Null where nobody who may host is there. */
  host: PersonRef.nullable(),
  isSwapped: z.boolean(),
  /** From when it can begin: people gather before its window opens. */
  dueFrom: Instant,
})

export const MeetingDay = z.object({
  on: Day,
  isOpen: z.boolean(),
  meetings: z.array(MeetingSummary),
  proposals: z.array(MeetingProposal),
  templates: z.array(MeetingTemplate),
  /** Everybody due, with what is known of their absence. */
  roster: z.array(z.object({ person: PersonRef, post: AnyPostId, mayHost: z.boolean(), absence: Absence.nullable() })),
  /** Meetings of the last open day that are neither signed nor explained. */
  missing: z.array(z.object({ on: Day, kind: MeetingKind, draft: Uid.nullable() })),
  reasons: z.array(z.object({ on: Day, kind: MeetingKind, reason: z.string(), by: z.string() })),
  openLines: z.array(MeetingLine).max(MOST_OPEN_LINES),
  openLineCount: z.int(),
  captures: z.array(
    z.object({
      id: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      comesBack: z.boolean(),
      canBeRaised: z.boolean(),
      person: z.enum(['no', 'optional', 'required']),
      day: z.enum(['no', 'optional', 'required']),
      most: z.int(),
      form: z.string(),
    }),
  ),
  drillCards: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  timer: z.object({ warnAfterSeconds: z.int(), noteAfterSeconds: z.int() }),
})
export type MeetingDay = z.infer<typeof MeetingDay>

const Reason = z.string().trim().min(1, 'required').max(200, 'tooLong')
const InMeeting = { meeting: Uid }
const AtStep = { meeting: Uid, position: z.int().min(0).max(40) }

/** The running meeting. What is said and done in it is its own journal; the signature puts its digest into the chain. */
export const meetings = {
  /** Today's where no day is named. */
  day: query([...READERS], z.object({ on: Day.optional() }), MeetingDay),
  read: query([...READERS], z.object(InMeeting), Meeting),
  /** The meeting whose step runs now, if any. */
  running: query([...READERS], Nothing, z.object({ uid: Uid }).nullable()),
  /** Starts now. Absences known before are taken into the roll-call. */
  begin: command([...STAFF], z.object({ kind: MeetingKind, templateId: z.string(), host: Uid }), Meeting),
  /** The host gives the meeting to somebody else, before it is signed. */
  setHost: command([...STAFF], z.object({ ...InMeeting, host: Uid }), Meeting, 'journal'),
  /** One by one or all at once; the roll-call is taken once nobody on it is left. */
  setAttendance: command(
    [...STAFF],
    z.object({
      ...InMeeting,
      attendance: z
        .array(
          z.object({
            person: Uid,
            state: AttendanceState,
            reason: z.string().trim().max(200, 'tooLong').nullable().default(null),
            coveredBy: Uid.nullable().default(null),
          }),
        )
        .min(1)
        .max(200),
      /** Leaves whoever was called meanwhile as they were called. */
      onlyUncalled: z.boolean().default(false),
    }),
    Meeting,
    'journal',
  ),
  setPairs: command(
    [...STAFF],
    z.object({
      ...InMeeting,
      pairs: z.array(z.object({ a: Uid, b: Uid, fixed: z.string().trim().max(200, 'tooLong').nullable() })).max(100),
    }),
    Meeting,
    'journal',
  ),
  /** Goes to a step; the seconds of the one before are kept. `announces` its own name: the wall refetches no more. */
  goTo: command(
    [...STAFF],
    z.object(AtStep),
    z.object({ position: z.int(), stepBeganAt: Instant, steps: z.array(MeetingStepRecord) }),
    'journal',
    'meeting-steps',
  ),
  note: command(
    [...STAFF],
    /** `basedOn`: what the writer last saw there; `noteChanged` where somebody else has written since. */
    z.object({ ...AtStep, words: z.string().trim().max(2000, 'tooLong'), basedOn: z.string().max(2000).optional() }),
    Done,
    'journal',
    'meeting-steps',
  ),
  setPhotos: command([...STAFF], z.object({ ...InMeeting, photos: z.array(FileHash).max(9) }), Done, 'journal'),
  /** Ends the last step, and says whether enough came. */
  finish: command([...STAFF], z.object(InMeeting), Meeting, 'journal'),
  /** Begun by mistake; the row stays, marked. */
  drop: command([...STAFF], z.object({ ...InMeeting, reason: Reason }), Done),
}
