import type { MoodBand } from '../contract/moods.ts'

/** Fewer people than that are never told about together. Nobody can lower it. */
export const MOOD_FLOOR = 5
/** Levels an answer keeps beyond the first, whatever is taken together. */
const ROOM = 2
/** So far the own answer of whoever takes them together may lie from what the others' sum could bear. */
const OWN = 4
/** So long a change of the team can still be subtracted from what was published before. */
export const WATCHED_WEEKS = 4

export interface MemberWeek {
  /** Everybody whose consent was in force on any day of the week, answering or not. */
  members: ReadonlySet<number>
}

export interface WeekToPublish extends MemberWeek {
  /** How many answers of each level 1 … 5, in this order, of the days that count. */
  counts: readonly number[]
}

export type PublishedMood = { why: 'published'; band: MoodBand } | { why: 'few' | 'masked'; band: null }

/**
 * What everybody may know about a week of the whole outlet: one of three bands, or nothing.
 *
 * 1. A day counts when five different people answered, with one answer each; a week without such a day is `few`.
 * 2. Three bands, no mean, no spread, no number of answers: mean from 3.5 up is bright, from 2.5 up overcast, else
 *    rainy. A band leaves a person's answer at least three levels, even to somebody who knows who answered and what they
 *    said themselves: at a mean of 3.5 the others have 1.5 levels of room each, and there are four of them or more.
 * 3. Two bands of neighbouring weeks can be subtracted by whoever takes it that those who stayed feel as before; with
 *    one joiner the difference would be that joiner's. A week is `masked` while its members differ too little from those
 *    of a week published in the four weeks before: by one to four, or so little beside those who stayed that a fall from
 *    bright to rainy could only come from everybody who changed. It depends on consents alone, so it tells no level.
 *
 * It does not withstand several people who put together what they said themselves.
 */
export function publishWeek(week: WeekToPublish, publishedBefore: readonly MemberWeek[]): PublishedMood {
  const answers = sum(week.counts)
  if (answers < MOOD_FLOOR || week.members.size < MOOD_FLOOR) return { why: 'few', band: null }
  const isSubtractable = publishedBefore.some(({ members }) => tellsOfChange(week.members, members))
  return isSubtractable ? { why: 'masked', band: null } : { why: 'published', band: bandOf(week.counts) }
}

/** Of counts by level 1 … 5. */
export function bandOf(counts: readonly number[]): MoodBand {
  const mean = sum(counts.map((count, index) => count * (index + 1))) / sum(counts)
  return mean >= 3.5 ? 'bright' : mean >= 2.5 ? 'overcast' : 'rainy'
}

export interface DayAnswer {
  person: number
  on: string
  level: number
}

/** Counts by level of the days on which enough people answered; of several answers of a day a person's first. */
export function countDays(answers: readonly DayAnswer[]): number[] {
  const days = new Map<string, Map<number, number>>()
  for (const { person, on, level } of answers) {
    const day = days.get(on) ?? new Map<number, number>()
    if (!day.has(person)) day.set(person, level)
    days.set(on, day)
  }
  const counts = [0, 0, 0, 0, 0]
  for (const day of days.values()) {
    if (day.size < MOOD_FLOOR) continue
    for (const level of day.values()) counts[level - 1] = (counts[level - 1] ?? 0) + 1
  }
  return counts
}

/**
 * Whether the difference of two bands may leave somebody fewer than three levels, taken that those who stayed say the
 * same: at the widest, from a mean of 3.5 to one below 2.5, everybody who stayed takes one level of the difference, and
 * everybody who came or went gives at most one and a half more than that; rounding to whole sums takes another one and
 * a half, and one's own answer, known, up to four.
 */
function tellsOfChange(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const stayed = [...one].filter((member) => other.has(member)).length
  const apart = one.size + other.size - 2 * stayed
  return apart > 0 && (apart < MOOD_FLOOR || 1.5 * apart - stayed - 1.5 - OWN < ROOM)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
