import { z } from 'zod'
import { command, Day, Done, Instant, Nothing, query, STAFF, silent } from './procedure.ts'

/** Frozen when a series is opened. `named`: a level is seen by its person and the head. `counters`: no row about anybody. */
export const MOOD_MODES = ['named', 'counters'] as const
export const MoodMode = z.enum(MOOD_MODES)
export type MoodMode = z.infer<typeof MoodMode>

export const MOOD_MOMENTS = ['arrival', 'after-lunch', 'close', 'after-incident'] as const
export const MoodMoment = z.enum(MOOD_MOMENTS)
export type MoodMoment = z.infer<typeof MoodMoment>

/** 5 sunny … 1 stormy. */
export const MoodLevel = z.int().min(1).max(5)
/** What a week of the whole outlet is published as, and nothing finer. */
export const MOOD_BANDS = ['bright', 'overcast', 'rainy'] as const
export const MoodBand = z.enum(MOOD_BANDS)
export type MoodBand = z.infer<typeof MoodBand>

export const MOST_TAGS = 2
/** Of the notice a person agrees to; another text is another number. */
export const NOTICE_VERSION = 1

/** A word of the shipped file in both languages. */
const Words = z.object({ zh: z.string(), en: z.string() })

export const MoodScale = z.object({
  version: z.string(),
  question: Words,
  levels: z.array(
    z.object({ id: z.string(), value: MoodLevel, name: Words, meaning: Words, colour: z.string(), icon: z.string() }),
  ),
  tags: z.array(z.object({ id: z.string(), name: Words, group: z.string(), isSensitive: z.boolean() })),
  tips: z.array(z.object({ id: z.string(), name: Words, how: Words, minutes: z.number() })),
  redFlags: z.array(Words),
  redFlagAction: Words,
  /** Null: the bank's own, which the head has not filled in. `isOwn`: that one, filled in or not. */
  helplines: z.array(z.object({ name: Words, number: z.string().nullable(), isOwn: z.boolean() })),
})
export type MoodScale = z.infer<typeof MoodScale>

/** Days; each may be shorter than shipped, never longer. */
export const MoodRetention = z.object({
  answers: z.int().min(7),
  sensitiveTags: z.int().min(1),
  careTalks: z.int().min(7),
  weeks: z.int().min(28),
})
export type MoodRetention = z.infer<typeof MoodRetention>

export const MoodRules = z.object({
  moments: z.array(MoodMoment).min(1).max(4),
  retention: MoodRetention,
  /** The bank's own employee-care line, as staff dial or find it; empty where none is known. */
  careLine: z.string().trim().max(60, 'tooLong').default(''),
})
export type MoodRules = z.infer<typeof MoodRules>

export const MoodSeries = z.object({ id: z.int(), mode: MoodMode, openedOn: Day })
export type MoodSeries = z.infer<typeof MoodSeries>

export const MoodState = z.object({
  /** Null until the head has chosen a mode. */
  series: MoodSeries.nullable(),
  /** Of this person in this series, while in force. */
  consent: z.object({ givenAt: Instant, notice: z.int() }).nullable(),
  /** Agreed to a series before this one and not to this: what was said then is still kept and can be withdrawn. */
  hasEarlierConsent: z.boolean(),
  notice: z.int(),
  rules: MoodRules,
  /** Longest that the shipped file allows. */
  longest: MoodRetention,
  /** Moments of today that still take an answer of this person. */
  open: z.array(MoodMoment),
  hasWish: z.boolean(),
  /** Working days without an answer; told once, to the person alone. */
  silentDays: z.int().nullable(),
})
export type MoodState = z.infer<typeof MoodState>

/** Null level: sealed while the vault is locked. */
export const OwnAnswer = z.object({
  on: Day,
  moment: MoodMoment,
  level: MoodLevel.nullable(),
  tags: z.array(z.string()).max(MOST_TAGS),
})
export type OwnAnswer = z.infer<typeof OwnAnswer>

export const CARE_OUTCOMES = ['talked', 'arranged', 'declined'] as const
export const CareOutcome = z.enum(CARE_OUTCOMES)
export type CareOutcome = z.infer<typeof CareOutcome>

export const CareTalk = z.object({
  id: z.int(),
  person: z.object({ uid: z.string(), name: z.string() }),
  on: Day,
  outcome: CareOutcome,
  nextOn: Day.nullable(),
  actions: z.array(z.string()).max(8),
  note: z.string().nullable(),
  /** A note is there that the locked vault does not open. */
  isNoteLocked: z.boolean(),
})
export type CareTalk = z.infer<typeof CareTalk>

export const MoodWeek = z.object({
  /** Monday. */
  week: Day,
  /** Null where the week is not published. */
  band: MoodBand.nullable(),
  why: z.enum(['published', 'few', 'masked']),
})
export type MoodWeek = z.infer<typeof MoodWeek>

export const MoodChange = z.object({
  id: z.int(),
  on: Day,
  /** What the team had said. */
  heard: z.string(),
  did: z.string(),
})
export type MoodChange = z.infer<typeof MoodChange>

export const MOST_WEEKS = 160
export const MOST_CHANGES = 200
const Sentence = z.string().trim().min(1, 'required').max(200, 'tooLong')

/** Everybody's part. Nothing of it goes to the audit chain but what the head decides for the outlet. */
export const moods = {
  scale: query([...STAFF], Nothing, MoodScale),
  state: query([...STAFF], Nothing, MoodState),
  consent: silent(command([...STAFF], z.object({ notice: z.int() }), Done, 'journal')),
  /** Deletes the person's own answers and care talks of every series, and the keys that sealed them. */
  withdraw: silent(command([...STAFF], Nothing, Done, 'journal')),
  /** With counters nothing is written down: see `mood-counters.ts`. */
  checkIn: silent(
    command(
      [...STAFF],
      z.object({
        moment: MoodMoment,
        level: MoodLevel,
        tags: z.array(z.string().max(40)).max(MOST_TAGS, 'mostMoodTags').default([]),
      }),
      Done,
      'journal',
    ),
  ),
  /** Named in either mode: the person wants to be found. */
  askToTalk: command([...STAFF], Nothing, Done, 'journal'),
  /** The own curve, talks and favourites. */
  mine: query(
    [...STAFF],
    Nothing,
    z.object({
      answers: z.array(OwnAnswer).max(400),
      talks: z.array(CareTalk).max(50),
      favourites: z.array(z.string()).max(40),
    }),
  ),
  setFavourite: silent(
    command([...STAFF], z.object({ tip: z.string().max(40), isFavourite: z.boolean() }), Done, 'journal'),
  ),
  dismissSilence: silent(command([...STAFF], Nothing, Done, 'journal')),
  /** Newest first, beside what was done about it. */
  weather: query(
    [...STAFF],
    Nothing,
    z.object({ weeks: z.array(MoodWeek).max(MOST_WEEKS), changes: z.array(MoodChange).max(MOST_CHANGES) }),
  ),
  /** Closes the series before; nothing of it changes. Everybody is asked for consent anew. */
  openSeries: command(['outlet-head'], z.object({ mode: MoodMode }), MoodSeries),
  setRules: command(['outlet-head'], MoodRules, MoodRules),
  addChange: command(['outlet-head'], z.object({ heard: Sentence, did: Sentence }), MoodChange),
  removeChange: command(['outlet-head'], z.object({ id: z.int() }), Done),
  /** Deletes what is past its days, seals what is not, publishes weeks that are over. */
  tidy: silent(command(['system'], Nothing, Done, 'journal')),
}
