import type { z } from 'zod'
import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import type { TaskFilter } from '../../../shared/contract/rectification-lists.ts'
import { SOURCES, type TaskState } from '../../../shared/contract/rectifications.ts'
import { OPEN_STATES } from '../../../shared/domain/task-states.ts'

export const GROUPS = ['mine', 'open', 'toVerify', 'overdue', 'all'] as const
export type Group = (typeof GROUPS)[number]

/** What the address says about the list; `task` is the opened card. */
export interface ListParams {
  group: Group
  severity: string[]
  zone: string | undefined
  source: (typeof SOURCES)[number] | undefined
  from: string | undefined
  to: string | undefined
  /** Only from a report's figure: done in these days. */
  doneFrom: string | undefined
  doneTo: string | undefined
  item: string | undefined
  search: string
}

type Params = Readonly<Record<string, string>>

const DAY = /^\d{4}-\d\d-\d\d$/

/** Anything unknown in an address counts as not given. */
export function readParams(params: Params, usualGroup: Group): ListParams {
  const day = (name: string) => (DAY.test(params[name] ?? '') ? params[name] : undefined)
  return {
    group: GROUPS.find((one) => one === params.group) ?? usualGroup,
    severity: SEVERITIES.filter((one) => params.severity?.split(',').includes(one)),
    zone: params.zone,
    source: SOURCES.find((one) => one === params.source),
    from: day('from'),
    to: day('to'),
    doneFrom: day('doneFrom'),
    doneTo: day('doneTo'),
    item: params.item,
    search: params.q ?? '',
  }
}

export function writeParams(list: ListParams, usualGroup: Group): Record<string, string> {
  const all = {
    group: list.group === usualGroup ? undefined : list.group,
    severity: list.severity.join(','),
    zone: list.zone,
    source: list.source,
    from: list.from,
    to: list.to,
    doneFrom: list.doneFrom,
    doneTo: list.doneTo,
    item: list.item,
    q: list.search,
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

/** The group is a view, not a condition to be cleared. */
export function isFiltered({ severity, zone, source, from, to, doneFrom, doneTo, item, search }: ListParams): boolean {
  return severity.length > 0 || [zone, source, from, to, doneFrom, doneTo, item, search].some(Boolean)
}

type Filter = z.input<typeof TaskFilter>

export function filterOf(list: ListParams): Filter {
  const filter: Filter = { search: list.search }
  if (list.group === 'mine') filter.mine = true
  if (list.group === 'overdue') filter.overdue = true
  if (list.group === 'open') filter.states = [...OPEN_STATES]
  if (list.group === 'toVerify') filter.states = ['submitted'] satisfies TaskState[]
  if (list.severity.length > 0) filter.severities = SEVERITIES.filter((one) => list.severity.includes(one))
  if (list.zone) filter.zone = list.zone
  if (list.source) filter.source = list.source
  if (list.from) filter.foundFrom = list.from
  if (list.to) filter.foundTo = list.to
  if (list.doneFrom) filter.doneFrom = list.doneFrom
  if (list.doneTo) filter.doneTo = list.doneTo
  if (list.item) filter.item = list.item
  return filter
}
