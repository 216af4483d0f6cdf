import { addDays } from './business-day.ts'

export const DIP_RULES = ['storm', 'two-lows', 'drop'] as const
export type DipRule = (typeof DIP_RULES)[number]

export interface DatedLevel {
  on: string
  at: number
  /** 1 stormy … 5 sunny. */
  level: number
}

export interface Dip {
  on: string
  /** Of the first answer of the day that shows it. */
  at: number
  rules: DipRule[]
}

const LOW = 2
const MEDIAN_DAYS = 14
/** A median of fewer answers says nothing about what is usual. */
const MEDIAN_ANSWERS = 5
const DROP = 2
/** A console that was shut for long still finds its working days. */
const MOST_DAYS_BACK = 60

/**
 * The days from `from` on which a person's answers, oldest first, call for somebody to ask; earlier answers are what they
 * are measured by. `isWorkday` is the outlet's calendar; `after` is the instant of the last talk, which has answered what
 * was said until then.
 */
export function dipsOf(
  answers: readonly DatedLevel[],
  isWorkday: (on: string) => boolean,
  from = '',
  after = Number.NEGATIVE_INFINITY,
): Dip[] {
  const days = new Map<string, DatedLevel[]>()
  for (const answer of answers) days.set(answer.on, [...(days.get(answer.on) ?? []), answer])
  const lowestOn = (on: string) => Math.min(...(days.get(on) ?? []).map(({ level }) => level))

  return [...days].flatMap(([on, ofDay]) => {
    if (on < from) return []
    const before = workdaysBefore(on, MEDIAN_DAYS, isWorkday)
    const usual = before.flatMap((day) => days.get(day) ?? []).map(({ level }) => level)
    const wasLow = before[0] !== undefined && lowestOn(before[0]) <= LOW
    const since = ofDay.filter(({ at }) => at > after)
    const found = since.flatMap(({ at, level }) => rulesOf(level, wasLow, usual).map((rule) => ({ at, rule })))
    const [first] = found
    if (!first) return []
    return [{ on, at: first.at, rules: DIP_RULES.filter((rule) => found.some((one) => one.rule === rule)) }]
  })
}

function rulesOf(level: number, wasLow: boolean, usual: readonly number[]): DipRule[] {
  const rules: DipRule[] = []
  if (level === 1) rules.push('storm')
  if (level <= LOW && wasLow) rules.push('two-lows')
  if (usual.length >= MEDIAN_ANSWERS && medianOf(usual) - level >= DROP) rules.push('drop')
  return rules
}

/** Newest first. */
export function workdaysBefore(on: string, count: number, isWorkday: (on: string) => boolean): string[] {
  const found: string[] = []
  let day = on
  for (let step = 0; step < MOST_DAYS_BACK && found.length < count; step++) {
    day = addDays(day, -1)
    if (isWorkday(day)) found.push(day)
  }
  return found
}

export function medianOf(levels: readonly number[]): number {
  const sorted = [...levels].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
