import type { z } from 'zod'
import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import {
  RETURN_WINDOWS,
  TASK_SORTS,
  type TaskConditions,
  type TaskFilter,
  type TaskSort,
} from '../../../shared/contract/rectification-lists.ts'
import { SOURCES, TASK_STATES, type TaskState } from '../../../shared/contract/rectifications.ts'
import { OPEN_STATES } from '../../../shared/domain/task-states.ts'

export const GROUPS = ['mine', 'open', 'toVerify', 'overdue', 'all'] as const
export type Group = (typeof GROUPS)[number]

/** What the address says about the list; `task` is the opened card. */
export interface ListParams {
  group: Group
  severity: string[]
  state: TaskState[]
  zone: string | undefined
  source: (typeof SOURCES)[number] | undefined
  from: string | undefined
  to: string | undefined
  /** From here on only from a figure: found, or come back, in these days. */
  openSinceFrom: string | undefined
  openSinceTo: string | undefined
  /** Done in these days. */
  doneFrom: string | undefined
  doneTo: string | undefined
  item: string | undefined
  cause: string | undefined
  /** Without those withdrawn. */
  counted: 'yes' | undefined
  openOn: string | undefined
  /** `180:2026-01-01:2026-11-23`: found again in these days, so many days after the strike-off. */
  returned: string | undefined
  search: string
  /** `due`, or `-due` for the latest first; absent: the usual order. */
  sort: string | undefined
}

type Params = Readonly<Record<string, string>>

const DAY = /^\d{4}-\d\d-\d\d$/
const RETURNED = /^(\d+):(\d{4}-\d\d-\d\d):(\d{4}-\d\d-\d\d)$/

/** Anything unknown in an address counts as not given. */
export function readParams(params: Params, usualGroup: Group): ListParams {
  const day = (name: string) => (DAY.test(params[name] ?? '') ? params[name] : undefined)
  return {
    group: GROUPS.find((one) => one === params.group) ?? usualGroup,
    severity: SEVERITIES.filter((one) => params.severity?.split(',').includes(one)),
    state: TASK_STATES.filter((one) => params.state?.split(',').includes(one)),
    zone: params.zone,
    source: SOURCES.find((one) => one === params.source),
    from: day('from'),
    to: day('to'),
    openSinceFrom: day('openSinceFrom'),
    openSinceTo: day('openSinceTo'),
    doneFrom: day('doneFrom'),
    doneTo: day('doneTo'),
    item: params.item,
    cause: params.cause,
    counted: params.counted === 'yes' ? 'yes' : undefined,
    openOn: day('openOn'),
    returned: returnedOf(params.returned) && params.returned,
    search: params.q ?? '',
    sort: sortOf(params.sort) && params.sort,
  }
}

export function writeParams(list: ListParams, usualGroup: Group): Record<string, string> {
  const { group, severity, state, search, ...rest } = list
  return filled({
    group: group === usualGroup ? undefined : group,
    severity: severity.join(','),
    state: state.join(','),
    ...rest,
    q: search,
  })
}

function filled(params: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

/** Every condition taken back; the group is a view and the order a habit, not conditions to be cleared. */
export const NO_CONDITIONS: Omit<ListParams, 'group' | 'sort'> = {
  severity: [],
  state: [],
  zone: undefined,
  source: undefined,
  from: undefined,
  to: undefined,
  openSinceFrom: undefined,
  openSinceTo: undefined,
  doneFrom: undefined,
  doneTo: undefined,
  item: undefined,
  cause: undefined,
  counted: undefined,
  openOn: undefined,
  returned: undefined,
  search: '',
}

export function isFiltered({ group: _group, sort: _sort, ...conditions }: ListParams): boolean {
  return Object.values(conditions).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
}

/** Conditions behind the button of the rarer ones; both ends of the days count as one. */
export function foldedCount({ zone, source, from, to }: Pick<ListParams, 'zone' | 'source' | 'from' | 'to'>): number {
  return [zone, source, from ?? to].filter(Boolean).length
}

type Filter = z.input<typeof TaskFilter>

export function filterOf(list: ListParams): Filter {
  const filter: Filter = { search: list.search }
  if (list.group === 'mine') filter.mine = true
  if (list.group === 'overdue') filter.overdue = true
  if (list.group === 'open') filter.states = [...OPEN_STATES]
  if (list.group === 'toVerify') filter.states = ['submitted'] satisfies TaskState[]
  if (list.state.length > 0) filter.states = filter.states?.filter((one) => list.state.includes(one)) ?? list.state
  if (list.severity.length > 0) filter.severities = SEVERITIES.filter((one) => list.severity.includes(one))
  if (list.zone) filter.zone = list.zone
  if (list.source) filter.source = list.source
  if (list.from) filter.foundFrom = list.from
  if (list.to) filter.foundTo = list.to
  if (list.openSinceFrom) filter.openSinceFrom = list.openSinceFrom
  if (list.openSinceTo) filter.openSinceTo = list.openSinceTo
  if (list.doneFrom) filter.doneFrom = list.doneFrom
  if (list.doneTo) filter.doneTo = list.doneTo
  if (list.item) filter.item = list.item
  if (list.cause) filter.cause = list.cause
  if (list.counted) filter.counted = true
  if (list.openOn) filter.openOn = list.openOn
  const returned = returnedOf(list.returned)
  if (returned) filter.returned = returned
  const sort = sortOf(list.sort)
  if (sort) filter.sort = sort
  return filter
}

/** The address of the list that shows what a figure counted. */
export function paramsOf(conditions: TaskConditions): Record<string, string> {
  const { states, severities, overdue, returned, counted } = conditions
  const isOpen = states?.length === OPEN_STATES.length && states.every((state) => OPEN_STATES.includes(state))
  return filled({
    group: overdue ? 'overdue' : isOpen ? 'open' : 'all',
    severity: severities?.join(','),
    state: isOpen ? undefined : states?.join(','),
    zone: conditions.zone,
    source: conditions.source,
    from: conditions.foundFrom,
    to: conditions.foundTo,
    openSinceFrom: conditions.openSinceFrom,
    openSinceTo: conditions.openSinceTo,
    doneFrom: conditions.doneFrom,
    doneTo: conditions.doneTo,
    item: conditions.item,
    cause: conditions.cause,
    counted: counted ? 'yes' : undefined,
    openOn: conditions.openOn,
    returned: returned && `${returned.within}:${returned.from}:${returned.to}`,
  })
}

export function returnedOf(text: string | undefined): TaskConditions['returned'] {
  const [, days, from, to] = RETURNED.exec(text ?? '') ?? []
  const within = RETURN_WINDOWS.find((one) => String(one) === days)
  return within && from && to ? { within, from, to } : undefined
}

export function sortOf(text: string | undefined): { by: TaskSort; isDescending: boolean } | undefined {
  const by = TASK_SORTS.find((one) => one === text?.replace('-', ''))
  return by && { by, isDescending: text?.startsWith('-') ?? false }
}
