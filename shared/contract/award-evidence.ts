import { z } from 'zod'
import { MOST_MEMBERS } from './awards.ts'
import { RoundId, Severity } from './checklists.ts'
import { Day, query, READERS, STAFF, Uid } from './procedure.ts'

/** Sources of the awards file that the console holds something about; the others are typed. */
export const KNOWN_SOURCES = [
  'patrol.pass-rate',
  'patrol.repeat-rate',
  'patrol.completion',
  'task.ontime',
  'task.lookback',
  'task.fast-fix',
  'customer.praise',
  'complaint.valid',
  'complaint.ontime',
  'branch.inspection',
  'uptime',
  'certified',
  'peer.thanks',
  'meeting.host',
  'training',
] as const
export const KnownSource = z.enum(KNOWN_SOURCES)
export type KnownSource = z.infer<typeof KnownSource>

/** `period-figure`: a figure of the whole period; its uid names source, subject and days, so that it can be read again. */
export const EVIDENCE_KINDS = [
  'patrol',
  'rectification',
  'complaint',
  'inspection',
  'meeting',
  'meeting-line',
  'thanks',
  'praise',
  'certificate',
  'period-figure',
] as const
export const EvidenceKind = z.enum(EVIDENCE_KINDS)
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const EvidenceRef = z.object({ kind: EvidenceKind, uid: z.string().min(1).max(160) })
export type EvidenceRef = z.infer<typeof EvidenceRef>

/** What is so about the record; the screen makes the sentence. */
export const EVIDENCE_FACTS = [
  'round-walked',
  'task-in-time',
  'task-late',
  'look-back-passed',
  'look-back-failed',
  'fixed-fast',
  'complaint-in-time',
  'complaint-late',
  'complaint-upheld',
  'complaint-not-upheld',
  'inspection-received',
  'meeting-hosted',
  'drill-led',
  'praised-in-meeting',
  'thanked',
  'praised-by-customer',
  'lesson-confirmed',
  'quiz-right',
  'certificate-valid',
  'period',
] as const
export const EvidenceFact = z.enum(EVIDENCE_FACTS)
export type EvidenceFact = z.infer<typeof EvidenceFact>

/** `rate` 0…1 with part and of; `count` a number of cases; `hours` taken of hours given. */
export const EvidenceFigure = z.object({
  unit: z.enum(['rate', 'count', 'hours', 'minutes']),
  value: z.number().nullable(),
  part: z.number().nullable(),
  of: z.number().nullable(),
})
export type EvidenceFigure = z.infer<typeof EvidenceFigure>

const Text = z.object({ zh: z.string(), en: z.string() })

export const EvidenceRecord = z.object({
  source: KnownSource,
  record: EvidenceRef,
  /** The meeting that a line was said in. */
  within: Uid.nullable(),
  on: Day,
  fact: EvidenceFact,
  /** A number people know it by: of a task, of an inspection's letter. */
  no: z.string().nullable(),
  round: RoundId.nullable(),
  severity: Severity.nullable(),
  /** What a file calls it: a meeting's template, a drill. */
  name: Text.nullable(),
  /** What somebody wrote. */
  words: z.string().nullable(),
  /** Who wrote or said it. */
  by: z.string().nullable(),
  figure: EvidenceFigure.nullable(),
  /** Of a team's records the members whose it is; null of anybody else's. */
  whose: z.string().nullable(),
})
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

export const EvidenceSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), staffUid: Uid }),
  z.object({ kind: z.literal('team'), staffUids: z.array(Uid).min(1).max(MOST_MEMBERS) }),
  z.object({ kind: z.literal('outlet') }),
])
export type EvidenceSubject = z.infer<typeof EvidenceSubject>

/** Goes on after so many records of the day `on` and all later ones. */
export const EvidenceCursor = z.object({ on: Day, skip: z.int().min(1).max(2000) })
export type EvidenceCursor = z.infer<typeof EvidenceCursor>

export const MOST_EVIDENCE = 100

export const awardEvidence = {
  /** Records of the subject in the period, newest first, with the figures of the whole period. Days both included. */
  search: query(
    [...READERS],
    z.object({
      subject: EvidenceSubject,
      from: Day,
      to: Day,
      /** Of the awards file; all that are known where none is named. */
      sources: z.array(z.string().max(40)).max(40).optional(),
      words: z.string().trim().max(60).default(''),
      limit: z.int().min(1).max(MOST_EVIDENCE).default(50),
      after: EvidenceCursor.nullable().default(null),
    }),
    z.object({
      /** Of a team those of each member. */
      totals: z.array(EvidenceRecord).max(KNOWN_SOURCES.length * MOST_MEMBERS),
      records: z.array(EvidenceRecord).max(MOST_EVIDENCE),
      next: EvidenceCursor.nullable(),
      /** Asked for, and not known to the console about this subject: to be typed. */
      untold: z.array(z.string()).max(40),
      /** Asked for, and counted over shorter spans only. */
      tooLong: z.array(z.string()).max(40),
    }),
  ),
  /** What stands behind linked evidence now; null where the record is gone, withdrawn or not for everybody. */
  read: query(
    [...STAFF, 'branch-lead', 'auditor', 'operator'],
    z.object({ refs: z.array(EvidenceRef).max(MOST_EVIDENCE) }),
    z.array(EvidenceRecord.nullable()).max(MOST_EVIDENCE),
  ),
}
