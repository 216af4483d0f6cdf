import { HEAT_ITEMS, HEAT_WEEKS, type RectificationFigures } from '../../../../shared/contract/rectification-figures.ts'
import { businessDay, DAY_MS, instantOf } from '../../../../shared/domain/business-day.ts'
import type { readChecklist } from '../../checklists/index.ts'
import type { FoundRow, ReturnRow } from './period-rows.ts'
import { positionOf, weeksOf } from './weeks.ts'

interface ItemRows {
  found: readonly FoundRow[]
  returns: readonly ReturnRow[]
  period: { from: string; to: string }
  zone: string
}

type Checklist = ReturnType<typeof readChecklist>

/** What stands under an item of the checklist; items that left it are not named and do not count here. */
export function itemFigures(
  { itemByNo }: Checklist,
  { found, returns, period, zone }: ItemRows,
): Pick<RectificationFigures, 'items' | 'itemWeeks' | 'chronic'> {
  const { from, to } = period
  const named = (no: number) => {
    const item = itemByNo.get(no)
    return item && { item: item.id, zh: item.zh, en: item.en, zone: item.zone }
  }
  const counts = new Map<number, number>()
  for (const { itemNo } of found) if (itemNo !== null) counts.set(itemNo, (counts.get(itemNo) ?? 0) + 1)
  const sorted = [...counts]
    .flatMap(([no, count]) => {
      const item = named(no)
      return item
        ? { no, ...item, count, filter: { counted: true, item: item.item, foundFrom: from, foundTo: to } }
        : []
    })
    .sort((a, b) => b.count - a.count || a.item.localeCompare(b.item))
  return {
    items: sorted.map(({ no: _no, ...item }) => item),
    itemWeeks: itemWeeks(new Map(sorted.slice(0, HEAT_ITEMS).map(({ no, item }) => [no, item])), found, period, zone),
    chronic: chronicItems(named, returns, period, zone),
  }
}

function itemWeeks(
  shown: ReadonlyMap<number, string>,
  found: readonly FoundRow[],
  period: ItemRows['period'],
  zone: string,
): RectificationFigures['itemWeeks'] {
  const weeks = weeksOf(period.from, period.to).slice(-HEAT_WEEKS)
  const starts = weeks.map(({ from }) => instantOf(from, 0, zone))
  const cells = new Map<string, RectificationFigures['itemWeeks'][number]>()
  for (const { foundAt, itemNo } of found) {
    const item = shown.get(itemNo ?? -1)
    const week = weeks[positionOf(starts, foundAt)]
    if (item === undefined || !week) continue
    const key = `${week.from} ${item}`
    const cell = cells.get(key)
    if (cell) cell.count++
    else {
      const filter = { counted: true, item, foundFrom: week.from, foundTo: week.to }
      cells.set(key, { item, weekFrom: week.from, count: 1, filter })
    }
  }
  return [...cells.values()].sort((a, b) => a.weekFrom.localeCompare(b.weekFrom) || a.item.localeCompare(b.item))
}

function chronicItems(
  named: (no: number) => { item: string; zh: string; en: string; zone: string } | undefined,
  returns: readonly ReturnRow[],
  { from, to }: ItemRows['period'],
  zone: string,
): RectificationFigures['chronic'] {
  const byItem = new Map<number, ReturnRow[]>()
  for (const row of returns) {
    const rows = byItem.get(row.itemNo)
    if (rows) rows.push(row)
    else byItem.set(row.itemNo, [row])
  }
  return [...byItem]
    .flatMap(([no, rows]) => {
      const item = named(no)
      const last = rows.at(-1)
      if (!item || !last) return []
      return {
        ...item,
        count: new Set(rows.map(({ id }) => id)).size,
        filter: { item: item.item, returned: { within: 180 as const, from, to } },
        doneOn: businessDay(last.since, zone),
        againOn: businessDay(last.at, zone),
        days: Math.floor((last.at - last.since) / DAY_MS),
      }
    })
    .sort((a, b) => b.count - a.count || b.againOn.localeCompare(a.againOn) || a.item.localeCompare(b.item))
}
