import { z } from 'zod'
import { type EvidenceFact, type EvidenceRecord, MOST_EVIDENCE } from '../../../shared/contract/award-evidence.ts'
import {
  type AwardSuggestion,
  type awardSuggestions,
  MOST_SUGGESTED_RECORDS,
  SuggestionRule,
} from '../../../shared/contract/award-suggestions.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { listStaff, type StaffMember } from '../people/index.ts'
import { readShipped } from '../shipped-data.ts'
import { findRound } from './patrol-evidence.ts'
import { searchEvidence } from './search-evidence.ts'

const Suggestions = z.object({
  /** Back from today. */
  months: z.int(),
  /** Suggestions at once. */
  most: z.int(),
  rules: z.array(z.object({ id: SuggestionRule, least: z.int(), kind: z.string() })),
})
type Rule = z.output<typeof Suggestions>['rules'][number]

/** Far above what anybody does in some months. */
const MOST_ROUNDS = 400

type CountedRule = Exclude<SuggestionRule, 'clean-streak'>
const FACTS: Record<CountedRule, { source: string; facts: readonly EvidenceFact[] }> = {
  'fast-fixes': { source: 'task.fast-fix', facts: ['fixed-fast'] },
  'meetings-hosted': { source: 'meeting.host', facts: ['meeting-hosted'] },
  'drills-led': { source: 'meeting.host', facts: ['drill-led'] },
  'thanks-received': { source: 'peer.thanks', facts: ['thanked', 'praised-in-meeting'] },
  'customer-praise': { source: 'customer.praise', facts: ['praised-by-customer'] },
}
const SOURCES = [...new Set(Object.values(FACTS).map(({ source }) => source))]

export const SUGGESTION_SQL = {
  /** The latest rounds of a person with what failed in them. */
  rounds: `SELECT uid, "on", (SELECT coalesce(sum(fail), 0) FROM patrol_total WHERE patrol_id = patrol.id) AS fails
    FROM patrol WHERE submitted_by = @staff AND "on" BETWEEN @from AND @to AND kind = 'round'
    ORDER BY "on" DESC, id DESC LIMIT ${MOST_ROUNDS}`,
  nominated: `SELECT DISTINCT kind FROM award WHERE staff_id = @staff AND period_to >= @from
    AND state NOT IN ('withdrawn', 'revoked') LIMIT 40`,
  lastThanks: `SELECT max("on") FROM thanks WHERE receiver = ? AND is_private = 0 AND withdrawn_at IS NULL`,
  lastAward: `SELECT max(granted_on) FROM award WHERE staff_id = ? AND state = 'granted'`,
  lastTeamAward: `SELECT max(granted_on) FROM award_member CROSS JOIN award ON award.id = award_id
    WHERE award_member.staff_id = ? AND state = 'granted'`,
  lastPraise: `SELECT max(meeting."on") FROM meeting_line line CROSS JOIN meeting ON meeting.id = line.meeting_id
    WHERE line.staff_id = ? AND capture = 'praise' AND meeting.state = 'signed'`,
} as const

interface Days {
  from: string
  to: string
}

/** Who stands out by the records of the last months, the caller apart, and who has gone without a word. Never from moods. */
export function suggestAwards(call: Call): OutputOf<typeof awardSuggestions.suggestions> {
  const { months, most, rules } = readShipped(call.ports.content, 'awards/suggestions.json', Suggestions)
  const days = { from: monthsBefore(call.today, months), to: call.today }
  const staff = listStaff(call.database, false)
  const others = staff.filter(({ id }) => id !== call.actor.staffId)
  const found = others.flatMap((person) => suggestionsFor(call, person, rules, days))
  const suggestions = found.sort((a, b) => b.count / b.least - a.count / a.least).slice(0, most)
  const unrecognised = staff
    .map((person) => ({ person, lastOn: lastRecognition(call, person) }))
    .filter(({ person, lastOn }) => (lastOn ?? '') < days.from && (person.joinedOn ?? '') < days.from)
    .map(({ person, lastOn }) => ({ person: { uid: person.uid, name: person.name }, lastOn }))
  return { ...days, suggestions, unrecognised }
}

function suggestionsFor(call: Call, staff: StaffMember, rules: readonly Rule[], days: Days): AwardSuggestion[] {
  const subject = { kind: 'person' as const, staffUid: staff.uid }
  const wish = { subject, ...days, words: '', limit: MOST_EVIDENCE, after: null }
  const bySource = new Map(SOURCES.map((source) => [source, searchEvidence(call, { ...wish, sources: [source] })]))
  const nominated = new Set(
    statement(call.database, SUGGESTION_SQL.nominated).pluck().all({ staff: staff.id, from: days.from }) as string[],
  )
  return rules.flatMap(({ id, least, kind }) => {
    const ground = id === 'clean-streak' ? cleanStreak(call, staff, days) : counted(bySource, id)
    if (ground === null || ground.count < least) return []
    const person = { uid: staff.uid, name: staff.name }
    return [{ person, rule: id, kind, least, ...ground, isNominated: nominated.has(kind) }]
  })
}

type Ground = Pick<AwardSuggestion, 'count' | 'isCut' | 'from' | 'to' | 'records'>
type Found = ReturnType<typeof searchEvidence>

function counted(bySource: ReadonlyMap<string, Found>, rule: CountedRule): Ground | null {
  const { source, facts } = FACTS[rule]
  const found = bySource.get(source)
  const of = found?.records.filter(({ fact }) => facts.includes(fact)) ?? []
  return groundOf(of, found?.next != null, (record) => record)
}

/** `of` newest first. */
function groundOf<T extends { on: string }>(
  of: readonly T[],
  isCut: boolean,
  recordOf: (one: T) => EvidenceRecord | null,
): Ground | null {
  const [newest] = of
  const oldest = of.at(-1)
  if (!newest || !oldest) return null
  const records = of.slice(0, MOST_SUGGESTED_RECORDS).flatMap((one) => recordOf(one) ?? [])
  return { count: of.length, isCut, from: oldest.on, to: newest.on, records }
}

/** Rounds in a row up to the latest without a fail. */
function cleanStreak(call: Call, { id }: StaffMember, days: Days): Ground | null {
  const rounds = statement(call.database, SUGGESTION_SQL.rounds).all({ staff: id, ...days }) as {
    uid: string
    on: string
    fails: number
  }[]
  const ended = rounds.findIndex(({ fails }) => fails > 0)
  const clean = ended === -1 ? rounds : rounds.slice(0, ended)
  return groundOf(clean, clean.length === MOST_ROUNDS, ({ uid }) => findRound(call, uid))
}

function lastRecognition({ database }: Call, { id }: StaffMember): string | null {
  const { lastThanks, lastAward, lastTeamAward, lastPraise } = SUGGESTION_SQL
  const days = [lastThanks, lastAward, lastTeamAward, lastPraise].map(
    (sql) => statement(database, sql).pluck().get(id) as string | null,
  )
  return days.reduce((last, on) => ((on ?? '') > (last ?? '') ? on : last), null)
}

/** The same day some months earlier, or the last of a shorter month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
