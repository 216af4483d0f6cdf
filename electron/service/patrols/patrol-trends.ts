import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { daysBetween } from '../../../shared/domain/business-day.ts'
import { addTally, EMPTY_TALLY, figuresOf, type Tally } from '../../../shared/domain/patrol-figures.ts'
import { AppError } from '../../../shared/errors.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { listItemDays, roundCounts, talliesByZone } from './total-repository.ts'

const MOST_DAYS = 400

export type Trends = OutputOf<typeof patrols.trends>

/** Every figure of a span of days, from sums only. */
export function readTrends(call: Call, { from, to }: InputOf<typeof patrols.trends>): Trends {
  if (daysBetween(from, to).length > MOST_DAYS) throw new AppError('invalid-input', 'rangeTooLong')
  const byDay = new Map<string, Tally>()
  const byRound = new Map<number, Tally>()
  const byZone = new Map<number, Tally>()
  const total = { ...EMPTY_TALLY }
  for (const row of talliesByZone(call.database, from, to)) {
    for (const [sums, key] of [
      [byDay, row.on],
      [byRound, row.roundNo],
      [byZone, row.zoneNo],
    ] as [Map<unknown, Tally>, unknown][]) {
      sums.set(key, addTally(sums.get(key) ?? { ...EMPTY_TALLY }, row))
    }
    addTally(total, row)
  }
  const counts = roundCounts(call.database, from, to, call.now)
  const countsOf = (rows: typeof counts) => ({
    roundsDue: rows.reduce((sum, { due }) => sum + due, 0),
    roundsHeld: rows.reduce((sum, { held }) => sum + held, 0),
  })
  const days = [...new Set(counts.map(({ on }) => on))].sort()
  const checklist = readChecklist(call.database)
  return {
    days: days.map((on) => ({
      on,
      figures: figuresOf(byDay.get(on) ?? EMPTY_TALLY),
      ...countsOf(counts.filter((row) => row.on === on)),
    })),
    rounds: listRounds(call.database).map(({ no, id }) => ({
      round: id,
      figures: figuresOf(byRound.get(no) ?? EMPTY_TALLY),
      ...countsOf(counts.filter((row) => row.roundNo === no)),
    })),
    zones: checklist.zones
      .filter(({ no }) => byZone.has(no))
      .map(({ no, id }) => ({ zone: id, figures: figuresOf(byZone.get(no) ?? EMPTY_TALLY) })),
    total: {
      figures: figuresOf(total),
      ...countsOf(counts),
      lateRounds: counts.reduce((sum, { late }) => sum + late, 0),
    },
    ...itemFigures(call, from, to),
  }
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
