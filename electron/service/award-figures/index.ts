import { z } from 'zod'
import { type AwardFigures, type awardFigures, MOST_MONTHS } from '../../../shared/contract/award-figures.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { monthRange } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { listStaff } from '../people/index.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { listAwardsGranted, listMembers, listThanksCounts } from './figure-rows.ts'

const RANKING = 'awards.showRanking'
const IsShown = z.boolean().default(false)

interface Counts {
  thanks: number
  awards: number
}
const NONE: Counts = { thanks: 0, awards: 0 }

/** Public cards and granted awards of some months, by month, kind, post and, where it may be seen, person. */
function readFigures(call: Call, { from, to }: InputOf<typeof awardFigures.read>): AwardFigures {
  const months = monthsBetween(from, to)
  const days = { from: monthRange(from).from, to: monthRange(to).to }
  const cards = listThanksCounts(call.database, days)
  const awards = listAwardsGranted(call.database, days)
  const winners = winnersOf(awards, listMembers(call.database, days))
  const ofPerson = (id: number): Counts => ({
    thanks: sum(cards.filter(({ receiver }) => receiver === id).map(({ count }) => count)),
    awards: winners.get(id) ?? 0,
  })
  const staff = listStaff(call.database, false).map((person) => ({ person, ...ofPerson(person.id) }))
  const isRankingShown = readSetting(call.database, RANKING, IsShown)
  const maySeePeople = call.actor.role === 'outlet-head' || isRankingShown
  const isRecognised = ({ thanks, awards: won }: Counts) => thanks + won > 0
  return {
    months: months.map((month) => ({
      month,
      thanks: sum(cards.filter((row) => row.month === month).map(({ count }) => count)),
      awards: awards.filter(({ granted_on }) => granted_on.startsWith(month)).length,
    })),
    kinds: [...countBy(awards.map(({ kind }) => kind))]
      .map(([kind, count]) => ({ kind, awards: count }))
      .sort((a, b) => b.awards - a.awards || a.kind.localeCompare(b.kind)),
    posts: [...new Set(staff.map(({ person }) => person.post))].map((post) => {
      const of = staff.filter(({ person }) => person.post === post)
      return { post, people: of.length, recognised: of.filter(isRecognised).length, ...added(of) }
    }),
    recognised: { part: staff.filter(isRecognised).length, of: staff.length },
    total: { thanks: sum(cards.map(({ count }) => count)), awards: awards.length },
    mine: call.actor.staffId === null ? NONE : ofPerson(call.actor.staffId),
    people: maySeePeople
      ? staff.map(({ person: { uid, name, post }, ...counts }) => ({ person: { uid, name }, post, ...counts }))
      : null,
    isRankingShown,
  }
}

/** Awards by person, alone or in a team. */
function winnersOf(
  awards: ReturnType<typeof listAwardsGranted>,
  members: ReturnType<typeof listMembers>,
): Map<number, number> {
  const alone = awards.flatMap(({ staff_id }) => staff_id ?? [])
  return countBy([...alone, ...members.map(({ staff_id }) => staff_id)])
}

function countBy<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const added = (rows: readonly Counts[]): Counts => ({
  thanks: sum(rows.map(({ thanks }) => thanks)),
  awards: sum(rows.map(({ awards }) => awards)),
})

function monthsBetween(from: string, to: string): string[] {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const months: string[] = []
  for (let index = 0; index <= MOST_MONTHS; index++) {
    const one = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7)
    if (one > to) break
    months.push(one)
  }
  if (months.length > MOST_MONTHS) throw new AppError('invalid-input', 'rangeTooLong')
  return months
}

export const awardFiguresHandlers: HandlersOf<'awardFigures'> = {
  read: readFigures,
  showRanking(call, { isShown }) {
    const before = readSetting(call.database, RANKING, IsShown)
    writeSetting(call.database, RANKING, isShown)
    call.changed({ record: 'settings', uid: 'outlet', before: { isShown: before }, after: { isShown } })
    return { isShown }
  },
}
