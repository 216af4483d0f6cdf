import { z } from 'zod'
import type { EvidenceFact, EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import {
  type AwardSuggestion,
  type awardSuggestions,
  MOST_SHOWN_RECORDS,
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
const MOST_RECORDS = 100
const SOURCES = ['task.fast-fix', 'peer.thanks', 'meeting.host', 'customer.praise']

const FACTS: Record<Exclude<SuggestionRule, 'clean-streak'>, readonly EvidenceFact[]> = {
  'fast-fixes': ['fixed-fast'],
  'meetings-hosted': ['meeting-hosted'],
  'drills-led': ['drill-led'],
  'thanks-received': ['thanked', 'praised-in-meeting'],
  'customer-praise': ['praised-by-customer'],
}

export const SUGGESTION_SQL = {
  /** The latest rounds of a person with what failed in them. */
  rounds: `SELECT uid, (SELECT coalesce(sum(fail), 0) FROM patrol_total WHERE patrol_id = patrol.id) AS fails
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
  const wish = { subject, ...days, sources: SOURCES, words: '', limit: MOST_RECORDS, after: null }
  const { records } = searchEvidence(call, wish)
  const nominated = new Set(
    statement(call.database, SUGGESTION_SQL.nominated).pluck().all({ staff: staff.id, from: days.from }) as string[],
  )
  return rules.flatMap(({ id, least, kind }) => {
    const { count, shown } = id === 'clean-streak' ? cleanStreak(call, staff, days) : counted(records, FACTS[id])
    if (count < least) return []
    const person = { uid: staff.uid, name: staff.name }
    return [{ person, rule: id, kind, count, least, records: shown, isNominated: nominated.has(kind) }]
  })
}

function counted(records: readonly EvidenceRecord[], facts: readonly EvidenceFact[]) {
  const of = records.filter(({ fact }) => facts.includes(fact))
  return { count: of.length, shown: of.slice(0, MOST_SHOWN_RECORDS) }
}

/** Rounds in a row up to the latest without a fail. */
function cleanStreak(call: Call, { id }: StaffMember, days: Days) {
  const rounds = statement(call.database, SUGGESTION_SQL.rounds).all({ staff: id, ...days }) as {
    uid: string
    fails: number
  }[]
  const ended = rounds.findIndex(({ fails }) => fails > 0)
  const clean = ended === -1 ? rounds : rounds.slice(0, ended)
  return {
    count: clean.length,
    shown: clean.slice(0, MOST_SHOWN_RECORDS).flatMap(({ uid }) => findRound(call, uid) ?? []),
  }
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
