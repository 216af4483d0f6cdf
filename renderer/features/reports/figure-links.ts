import { TaskFilter } from '../../../shared/contract/rectification-lists.ts'

/** A figure's filter as the address of the rectification list. */
export function tasksParams(filter: Record<string, unknown>): Record<string, string> {
  const parsed = TaskFilter.safeParse(filter)
  if (!parsed.success) return { group: 'all' }
  const { overdue, foundFrom, foundTo, doneFrom, doneTo, zone, source, item, severities } = parsed.data
  const params = {
    group: overdue ? 'overdue' : 'all',
    from: foundFrom,
    to: foundTo,
    doneFrom,
    doneTo,
    zone,
    source,
    item,
    severity: severities?.join(','),
  }
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
