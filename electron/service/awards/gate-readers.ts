import type { GateRecord } from '../../../shared/contract/award-cards.ts'
import type { AwardGateId } from '../../../shared/domain/award-gates.ts'
import { addDays, instantOf } from '../../../shared/domain/business-day.ts'
import { OPEN_STATES } from '../../../shared/domain/task-states.ts'
import { listRounds } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findPersonById, listStaff } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { type Exchanged, firstDayWith, pairsAmong, readExchanged } from '../thanks/index.ts'
import type { AwardRow } from './award-repository.ts'
import { nomineeIds } from './award-view.ts'

/** What gates are read with; the clockwork has no caller. */
export type GateMoment = Pick<Call, 'database' | 'ports' | 'now' | 'today'>

export interface GateFinding {
  result: 'clear' | 'found' | 'unknown'
  /** What was found, or what could not be judged. */
  records: GateRecord[]
}

interface Scope {
  call: GateMoment
  row: AwardRow
  /** The nominee, or the members of a team; empty of the outlet. */
  people: readonly number[]
  /** UTC milliseconds: the first of the period, and the first after it. */
  start: number
  end: number
}

const MOST = 20
const LEAST_COMPLETION = 0.9

interface TaskRow {
  id: number
  uid: string
  no: string
  decided: number
  of_nominee: number
}

/** Whether accountability was decided on a task at all, and on somebody of the nominee. Newest first. */
const JUDGED = `EXISTS (SELECT 1 FROM accountability WHERE rectification_id = task.id) AS decided,
  EXISTS (SELECT 1 FROM accountability WHERE rectification_id = task.id
    AND staff_id IN (SELECT value FROM json_each(@people))) AS of_nominee`

export const GATE_SQL = {
  complaints: `SELECT task.id, task.uid, task.no, ${JUDGED} FROM complaint_clock clock
    JOIN rectification task ON task.id = clock.rectification_id
    WHERE clock.is_upheld = 1 AND task.state <> 'void'
      AND (clock.received_at BETWEEN @start AND @end OR clock.decided_at BETWEEN @start AND @end) LIMIT ${MOST}`,
  criticalFails: `SELECT task.id, task.uid, task.no, ${JUDGED} FROM rectification task
    WHERE found_at BETWEEN @start AND @end AND severity = 'critical' AND state <> 'void' LIMIT ${MOST}`,
  criticalOverdue: `SELECT uid, no FROM rectification WHERE state IN (SELECT value FROM json_each(@states))
    AND severity = 'critical' AND due_at < @now LIMIT ${MOST}`,
  lookBacks: `SELECT task.uid, task.no FROM rectification_look_back look
    JOIN rectification task ON task.id = look.rectification_id
    WHERE look."on" BETWEEN @from AND @to AND look.result = 'fail'
      AND task.owner_staff IN (SELECT value FROM json_each(@people)) LIMIT ${MOST}`,
  walked: `SELECT coalesce(sum(due), 0) AS due, coalesce(sum(pass + fixed + fail + na + not_seen), 0) AS answered
    FROM patrol JOIN patrol_total ON patrol_id = patrol.id
    WHERE "on" BETWEEN @from AND @to AND kind = 'round' AND submitted_by IN (SELECT value FROM json_each(@people))`,
  missed: `SELECT count(*) FROM patrol WHERE "on" BETWEEN @from AND @to AND kind = 'round' AND status = 'missed'
    AND round_no IN (SELECT value FROM json_each(@rounds))`,
  held: `SELECT count(*) FROM patrol WHERE "on" BETWEEN @from AND @to AND kind = 'round' AND submitted_by = @person`,
  hosted: `SELECT count(*) FROM meeting WHERE kind IN ('morning', 'evening')
    AND "on" BETWEEN @from AND @to AND state <> 'dropped' AND state = 'signed' AND is_held = 1
    AND host IN (SELECT value FROM json_each(@people))`,
  praised: `SELECT CASE line.staff_id WHEN @person THEN line.by ELSE line.staff_id END AS other, meeting."on",
      line.by = @person AS isGiven
    FROM meeting CROSS JOIN meeting_line line ON line.meeting_id = meeting.id
    WHERE meeting.kind IN ('morning', 'evening') AND meeting."on" BETWEEN @since AND @to
      AND meeting.state <> 'dropped' AND meeting.state = 'signed' AND capture = 'praise'
      AND line.by <> line.staff_id AND @person IN (line.by, line.staff_id) LIMIT 5000`,
} as const

const CLEAR: GateFinding = { result: 'clear', records: [] }

function ask<T>({ call, row, people, start, end }: Scope, sql: string, more: object = {}): T[] {
  const names = new Set([...sql.matchAll(/@(\w+)/g)].map(([, name]) => name))
  const all = {
    ...{ people: JSON.stringify(people), start, end: end - 1, from: row.period_from, to: row.period_to, now: call.now },
    ...more,
  }
  return statement(call.database, sql).all(
    Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name))),
  ) as T[]
}

const recordsOf = (tasks: readonly { uid: string; no: string }[]): GateRecord[] =>
  tasks.map(({ uid, no }) => ({ kind: 'rectification', uid, text: no }))

/**
 * Found where accountability was decided on the nominee; unknown where something happened and nobody has judged whose it
 * was; clear where nothing did, or it was others'.
 */
function judged(tasks: readonly TaskRow[]): GateFinding {
  const own = tasks.filter((task) => task.of_nominee === 1)
  if (own.length > 0) return { result: 'found', records: recordsOf(own) }
  const open = tasks.filter((task) => task.decided === 0)
  return open.length > 0 ? { result: 'unknown', records: recordsOf(open) } : CLEAR
}

const found = (records: GateRecord[]): GateFinding => (records.length > 0 ? { result: 'found', records } : CLEAR)

/** A certificate that ends inside the period, or that nobody has entered. */
function notCertified({ call, row, people }: Scope): GateFinding {
  const staff = people.map((id) => findPersonById(call.database, id)).filter((person) => person !== undefined)
  const record = ({ uid, name }: { uid: string; name: string }): GateRecord => ({ kind: 'person', uid, text: name })
  const ended = staff.filter((one) => one.certificateValidTo !== null && one.certificateValidTo < row.period_to)
  if (ended.length > 0) return { result: 'found', records: ended.map(record) }
  const unknown = staff.filter((one) => one.certificateValidTo === null)
  return unknown.length > 0 ? { result: 'unknown', records: unknown.map(record) } : CLEAR
}

/**
 * Items answered ÷ due over the rounds the person handed in, and rounds held ÷ due. Missed rounds are the person's only
 * where nobody else has that post; where others share it, nobody can tell from the records.
 */
function ownCompletion(scope: Scope): GateFinding {
  const { call, row, people } = scope
  const [person] = people
  const member = person === undefined ? undefined : findPersonById(call.database, person)
  if (!member) return { result: 'unknown', records: [] }
  const [sums] = ask<{ due: number; answered: number }>(scope, GATE_SQL.walked)
  const rounds = listRounds(call.database).filter((round) => round.patrollerRole === member.post)
  const [missed = 0] = ask<{ 'count(*)': number }>(scope, GATE_SQL.missed, {
    rounds: JSON.stringify(rounds.map(({ no }) => no)),
  }).map((one) => one['count(*)'])
  const [held = 0] = ask<{ 'count(*)': number }>(scope, GATE_SQL.held, { person: member.id }).map(
    (one) => one['count(*)'],
  )
  const share = sums && sums.due > 0 ? sums.answered / sums.due : null
  const text = `${sums?.answered ?? 0}/${sums?.due ?? 0} · ${held}/${held + missed}`
  const records: GateRecord[] = [{ kind: 'patrols', uid: `${row.period_from}..${row.period_to}`, text }]
  if (share !== null && share < LEAST_COMPLETION) return { result: 'found', records }
  const isAlone = listStaff(call.database, false).filter(({ post }) => post === member.post).length === 1
  if (missed > 0 && !isAlone) return { result: 'unknown', records }
  if (missed > 0 && held / (held + missed) < LEAST_COMPLETION) return { result: 'found', records }
  return share === null ? { result: 'unknown', records } : CLEAR
}

function hostedNone(scope: Scope): GateFinding {
  const [hosted = 0] = ask<{ 'count(*)': number }>(scope, GATE_SQL.hosted).map((one) => one['count(*)'])
  const { row } = scope
  const uid = `${row.period_from}..${row.period_to}`
  return hosted === 0 ? { result: 'found', records: [{ kind: 'meetings', uid, text: '0' }] } : CLEAR
}

/**
 * Found where more cards went between two, both ways, within seven days than are allowed. A meeting's log names who typed a
 * praise, not who spoke it: where only such lines make it more, a person has to say.
 */
function mutualGaming(scope: Scope): GateFinding {
  const { call, row, people } = scope
  const { period_from: from, period_to: to } = row
  const exchanged = people.map((person) => ({ person, cards: readExchanged(call, { person, from, to }) }))
  const byCards = exchanged.flatMap(({ cards }) => pairsAmong(call, cards, from))
  if (byCards.length > 0) return found(recordsOfPairs(call, byCards))
  const since = firstDayWith(from)
  const withSaid = exchanged.flatMap(({ person, cards }) =>
    pairsAmong(call, [...cards, ...ask<Exchanged>(scope, GATE_SQL.praised, { person, since })], from),
  )
  const records = recordsOfPairs(call, withSaid)
  return records.length > 0 ? { result: 'unknown', records } : CLEAR
}

function recordsOfPairs({ database }: GateMoment, pairs: ReturnType<typeof pairsAmong>): GateRecord[] {
  return pairs.slice(0, MOST).flatMap(({ other, count }): GateRecord[] => {
    const one = findPersonById(database, other)
    return one ? [{ kind: 'person', uid: one.uid, text: `${one.name} × ${count}` }] : []
  })
}

const READERS: { readonly [Gate in AwardGateId]?: (scope: Scope) => GateFinding } = {
  'mutual-gaming': mutualGaming,
  'upheld-complaint': (scope) => judged(ask<TaskRow>(scope, GATE_SQL.complaints)),
  'critical-fail': (scope) => judged(ask<TaskRow>(scope, GATE_SQL.criticalFails)),
  'not-certified': notCertified,
  'own-completion': ownCompletion,
  'critical-overdue': (scope) =>
    found(recordsOf(ask(scope, GATE_SQL.criticalOverdue, { states: JSON.stringify(OPEN_STATES) }))),
  'look-back-failed': (scope) => found(recordsOf(ask(scope, GATE_SQL.lookBacks))),
  'hosted-none': hostedNone,
}

/** What the records say about a gate; unknown where they say nothing. */
export function readGate(call: GateMoment, row: AwardRow, gate: AwardGateId): GateFinding {
  const zone = readZone(call.database)
  const scope: Scope = {
    ...{ call, row, people: nomineeIds(call, row) },
    start: instantOf(row.period_from, 0, zone),
    end: instantOf(addDays(row.period_to, 1), 0, zone),
  }
  return READERS[gate]?.(scope) ?? { result: 'unknown', records: [] }
}
