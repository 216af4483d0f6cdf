import type { Figures } from '../../../shared/contract/figures.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { HEAT_ITEMS, type Trends } from '../../../shared/contract/trends.ts'
import { daysBetween } from '../../../shared/domain/business-day.ts'
import { addTally, EMPTY_TALLY, figuresOf } from '../../../shared/domain/patrol-figures.ts'
import { AppError } from '../../../shared/errors.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { listItemDays, type RoundTally, roundCounts, talliesOfSpan } from './total-repository.ts'

const MOST_DAYS = 400

/** Every figure of a span of days, from sums only. */
export function readTrends(call: Call, { from, to }: InputOf<typeof patrols.trends>): Trends {
  if (daysBetween(from, to).length > MOST_DAYS) throw new AppError('invalid-input', 'rangeTooLong')
  const { rounds, zones } = talliesOfSpan(call.database, from, to)
  const counts = roundCounts(call.database, from, to, call.now)
  const days = [...new Set(counts.map(({ on }) => on))].sort()
  const checklist = readChecklist(call.database)
  return {
    days: days.map((on) => ({
      on,
      figures: figuresOfRounds(rounds.filter((round) => round.on === on)),
      ...countsOf(counts.filter((row) => row.on === on)),
    })),
    rounds: listRounds(call.database).map(({ no, id }) => ({
      round: id,
      figures: figuresOfRounds(rounds.filter((round) => round.roundNo === no)),
      ...countsOf(counts.filter((row) => row.roundNo === no)),
    })),
    zones: checklist.zones
      .filter(({ no }) => zones.has(no))
      .map(({ no, id }) => ({
        zone: id,
        figures: figuresOf({ ...(zones.get(no) ?? EMPTY_TALLY), criticalFails: 0 }),
      })),
    total: totalOf(rounds, counts),
    ...itemFigures(call, from, to),
  }
}

/** The whole of a span alone, where nobody asks for its days, zones and items. */
export function readTotal(call: Call, from: string, to: string): Trends['total'] {
  return totalOf(talliesOfSpan(call.database, from, to).rounds, roundCounts(call.database, from, to, call.now))
}

type Counts = ReturnType<typeof roundCounts>

function totalOf(rounds: readonly RoundTally[], counts: Counts): Trends['total'] {
  const lateRounds = counts.reduce((sum, { late }) => sum + late, 0)
  return { figures: figuresOfRounds(rounds), ...countsOf(counts), lateRounds }
}

function countsOf(rows: Counts) {
  return {
    roundsDue: rows.reduce((sum, { due }) => sum + due, 0),
    roundsHeld: rows.reduce((sum, { held }) => sum + held, 0),
  }
}

/** What the charts of a span draw: items that failed, and those by day only that are in the heat map. */
export function readCharts(call: Call, input: InputOf<typeof patrols.trends>): Trends {
  const trends = readTrends(call, input)
  const failing = trends.failing.filter(({ fails }) => fails > 0)
  const shown = new Set(failing.slice(0, HEAT_ITEMS).map(({ item }) => item))
  const itemDays = trends.itemDays.filter(({ item, fails }) => fails > 0 && shown.has(item))
  return { ...trends, failing, itemDays }
}

/** Counts add up; the score of several rounds is the mean of theirs, since a critical fail caps its own round only. */
function figuresOfRounds(rounds: readonly RoundTally[]): Figures {
  const sum = rounds.reduce((total, { tally }) => addTally(total, tally), { ...EMPTY_TALLY })
  const scores = rounds.flatMap(({ tally }) => figuresOf(tally).score ?? [])
  const score = scores.length > 0 ? scores.reduce((total, one) => total + one, 0) / scores.length : null
  return { ...figuresOf(sum), score }
}

function itemFigures(call: Call, from: string, to: string): Pick<Trends, 'failing' | 'itemDays'> {
  const { itemByNo } = readChecklist(call.database)
  const rows = listItemDays(call.database, from, to)
  const sums = new Map<number, { fails: number; fixed: number; notSeen: number }>()
  for (const { itemNo, fail, fixed, notSeen } of rows) {
    const sum = sums.get(itemNo) ?? { fails: 0, fixed: 0, notSeen: 0 }
    sums.set(itemNo, { fails: sum.fails + fail, fixed: sum.fixed + fixed, notSeen: sum.notSeen + notSeen })
  }
  const failing = [...sums].flatMap(([no, sum]) => {
    const item = itemByNo.get(no)
    return item ? { item: item.id, zh: item.zh, en: item.en, zone: item.zone, severity: item.severity, ...sum } : []
  })
  failing.sort((a, b) => b.fails - a.fails || b.fixed - a.fixed || a.item.localeCompare(b.item))
  const itemDays = rows.flatMap(({ on, itemNo, fail, fixed }) => {
    const item = itemByNo.get(itemNo)
    return item && fail + fixed > 0 ? { on, item: item.id, fails: fail, fixed } : []
  })
  return { failing, itemDays }
}
