import {
  foundOfItem,
  HEAT_ITEMS,
  HEAT_WEEKS,
  type RectificationFigures,
} from '../../../../shared/contract/rectification-figures.ts'
import { addDays, businessDay, DAY_MS, instantOf } from '../../../../shared/domain/business-day.ts'
import type { readChecklist } from '../../checklists/index.ts'
import type { FoundRow, ReturnRow } from './period-rows.ts'
import { type Days, positionOf, weeksOf } from './spans.ts'

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
      return item ? { no, ...item, count, filter: foundOfItem(item.item, period) } : []
    })
    .sort((a, b) => b.count - a.count || a.item.localeCompare(b.item))
  const earliest = addDays(to, -7 * (HEAT_WEEKS + 1))
  const weeks = weeksOf(from > earliest ? from : earliest, to).slice(-HEAT_WEEKS)
  return {
    items: sorted.map(({ no: _no, ...item }) => item),
    itemWeeks: itemWeeks(sorted.slice(0, HEAT_ITEMS), found, weeks, zone),
    chronic: chronicItems(named, returns, period, zone),
  }
}

function itemWeeks(
  shown: readonly { no: number; item: string }[],
  found: readonly FoundRow[],
  weeks: readonly Days[],
  zone: string,
): RectificationFigures['itemWeeks'] {
  const starts = weeks.map(({ from }) => instantOf(from, 0, zone))
  const countsByNo = new Map(shown.map(({ no }) => [no, weeks.map(() => 0)]))
  for (const { foundAt, itemNo } of found) {
    const counts = countsByNo.get(itemNo ?? -1)
    const week = positionOf(starts, foundAt)
    if (counts && week >= 0) counts[week] = (counts[week] ?? 0) + 1
  }
  return { weeks: [...weeks], items: shown.map(({ no, item }) => ({ item, counts: countsByNo.get(no) ?? [] })) }
}

function chronicItems(
  named: (no: number) => { item: string; zh: string; en: string; zone: string } | undefined,
  returns: readonly ReturnRow[],
  { from, to }: ItemRows['period'],
  zone: string,
): RectificationFigures['chronic'] {
  return returns
    .flatMap(({ itemNo, at, since, within180 }) => {
      const item = named(itemNo)
      if (!item) return []
      return {
        ...item,
        count: within180,
        filter: { item: item.item, returned: { within: 180 as const, from, to } },
        doneOn: businessDay(since, zone),
        againOn: businessDay(at, zone),
        days: Math.floor((at - since) / DAY_MS),
      }
    })
    .sort((a, b) => b.count - a.count || b.againOn.localeCompare(a.againOn) || a.item.localeCompare(b.item))
}
