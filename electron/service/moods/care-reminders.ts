import type { CareReason, CareReminder } from '../../../shared/contract/mood-care.ts'
import { addDays, instantOf } from '../../../shared/domain/business-day.ts'
import { type DatedLevel, dipsOf } from '../../../shared/domain/mood-dips.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { listStaff, type StaffMember } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import {
  type AnswerRow,
  answersOn,
  findSeries,
  listChanges,
  listConsents,
  listTalks,
  listWishes,
} from './mood-repository.ts'
import { dueHours, readRules } from './mood-scale.ts'
import { openForHead, weekOf } from './mood-sealing.ts'
import { meanOfWeek } from './publish-weeks.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** A dip nobody asked about for so long is past; the next one says so again. */
const SHOWN_DAYS = 7
/** What the median of fourteen working days needs, holidays included. */
const READ_DAYS = 35
const WISH_HOURS = 8
const DAY_ENDS = 17 * 60
const DAY_BEGINS = 9 * 60

/**
 * Whom the head should ask, soonest first. Worked out from the answers at each reading, so that no row says who was low.
 * The head's own answers remind nobody. For the head alone: whoever shows this checks that.
 */
export function readCareReminders(call: Call): CareReminder[] {
  const people = listStaff(call.database, false).filter(({ role }) => role !== 'outlet-head')
  const series = findSeries(call.database)
  if (!series) return []
  const talks = listTalks(call.database)
  const wishes = new Map(listWishes(call.database).map(({ staffId, at }) => [staffId, at]))
  const answers = series.mode === 'named' ? levelsByPerson(call, series.id) : new Map<number, DatedLevel[]>()
  const calendar = readCalendar(call.ports)
  const isWorkday = (on: string) => calendar.isWorkday(on)
  const shownFrom = addDays(call.today, -SHOWN_DAYS)

  const ofPeople = people.flatMap((person) => {
    const latest = talks.find(({ staff_id: staffId }) => staffId === person.id)
    const found: Found[] = dipsOf(answers.get(person.id) ?? [], isWorkday, shownFrom, latest?.at).flatMap(
      ({ at, rules }) => rules.map((reason) => ({ reason, since: at, dueAt: at + dueHours(call, reason) * HOUR_MS })),
    )
    const wishAt = wishes.get(person.id)
    if (wishAt !== undefined) found.push({ reason: 'wish', since: wishAt, dueAt: wishAt + WISH_HOURS * HOUR_MS })
    if (latest?.next_on && latest.next_on <= call.today) {
      const day = (minute: number) => instantOf(latest.next_on ?? call.today, minute, readZone(call.database))
      found.push({ reason: 'next-talk', since: day(DAY_BEGINS), dueAt: day(DAY_ENDS) })
    }
    return found.length > 0 ? [asReminder(person, found)] : []
  })
  const team = series.mode === 'named' ? teamLow(call, series.id) : []
  return [...ofPeople, ...team].sort((one, other) => one.dueAt - other.dueAt)
}

interface Found {
  reason: CareReason
  since: number
  dueAt: number
}

function asReminder(person: Pick<StaffMember, 'uid' | 'name'> | null, found: readonly Found[]): CareReminder {
  return {
    person: person && { uid: person.uid, name: person.name },
    reasons: [...new Set(found.map(({ reason }) => reason))],
    since: Math.min(...found.map(({ since }) => since)),
    dueAt: Math.min(...found.map(({ dueAt }) => dueAt)),
  }
}

/** Of those whose consent is in force. */
function levelsByPerson(call: Call, series: number): Map<number, DatedLevel[]> {
  const agreed = new Set(
    listConsents(call.database, series, call.today).flatMap(({ staffId, to }) => (to === null ? [staffId] : [])),
  )
  const days = Math.min(READ_DAYS, readRules(call).retention.answers)
  const levels = new Map<number, DatedLevel[]>()
  for (const row of answersOn(call.database, addDays(call.today, -days), call.today)) {
    if (row.series_id !== series || !agreed.has(row.staff_id)) continue
    const answer = dated(call, row)
    if (answer) levels.set(row.staff_id, [...(levels.get(row.staff_id) ?? []), answer])
  }
  return levels
}

function dated(call: Call, row: AnswerRow): DatedLevel | null {
  const level = openForHead(call, row)?.level ?? null
  return level === null ? null : { on: row.on, at: row.at, level }
}

/** Until something was done about it and said so. */
function teamLow(call: Call, series: number): CareReminder[] {
  const monday = weekOf(call.today)
  const mean = meanOfWeek(call, series, addDays(monday, -7))
  if (mean === null || mean >= 3) return []
  const [latest] = listChanges(call.database)
  if (latest && latest.on >= monday) return []
  const since = instantOf(monday, 0, readZone(call.database)) + DAY_BEGINS * MINUTE_MS
  return [asReminder(null, [{ reason: 'team-low', since, dueAt: since + dueHours(call, 'team-low') * HOUR_MS }])]
}
