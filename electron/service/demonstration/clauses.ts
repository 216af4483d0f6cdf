import type { NumberedItem } from '../checklists/index.ts'

/** Items that are on, under each clause they answer; clauses in the order of their numbers. */
export function itemsByClause(items: readonly NumberedItem[]): Map<string, NumberedItem[]> {
  const found = new Map<string, NumberedItem[]>()
  for (const item of items) {
    for (const clause of item.clauses ?? []) {
      const list = found.get(clause) ?? []
      if (item.isOn) list.push(item)
      found.set(clause, list)
    }
  }
  const order = new Intl.Collator('en', { numeric: true })
  return new Map([...found].sort(([one], [other]) => order.compare(one, other)))
}
