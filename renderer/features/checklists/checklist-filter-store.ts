import { createStore } from 'zustand/vanilla'
import type { ChecklistItem, RoundId, Severity } from '../../../shared/contract/checklists.ts'

export interface ChecklistFilter {
  /** Undefined: the whole walk. */
  zone: string | undefined
  query: string
  round: RoundId | undefined
  severity: Severity | undefined
  kind: ChecklistItem['kind'] | undefined
  source: 'core' | 'standard' | 'own' | undefined
  state: 'on' | 'off' | undefined
}

export const NO_FILTER: Omit<ChecklistFilter, 'zone'> = {
  query: '',
  round: undefined,
  severity: undefined,
  kind: undefined,
  source: undefined,
  state: undefined,
}

export function createChecklistFilterStore() {
  return createStore<ChecklistFilter>(() => ({ ...NO_FILTER, zone: undefined }))
}

export const checklistFilterStore = createChecklistFilterStore()

/** The chosen zone is a place, not a filter. */
export function isFiltered({ zone: _zone, ...filter }: ChecklistFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '')
}

export function filterItems(items: readonly ChecklistItem[], filter: ChecklistFilter): ChecklistItem[] {
  const wanted = filter.query.trim().toLowerCase()
  return items.filter(
    (item) =>
      (filter.zone === undefined || item.zone === filter.zone) &&
      (filter.round === undefined || item.rounds.includes(filter.round)) &&
      (filter.severity === undefined || item.severity === filter.severity) &&
      (filter.kind === undefined || item.kind === filter.kind) &&
      (filter.state === undefined || item.isOn === (filter.state === 'on')) &&
      (filter.source === undefined || isFrom(item, filter.source)) &&
      (wanted === '' || textsOf(item).some((text) => text.toLowerCase().includes(wanted))),
  )
}

function isFrom(item: ChecklistItem, source: 'core' | 'standard' | 'own'): boolean {
  return source === 'core' ? item.core : item.isOwn === (source === 'own')
}

function textsOf(item: ChecklistItem): string[] {
  return [item.zh, item.en, item.how_to_check_zh, item.how_to_check_en, item.id, ...(item.clauses ?? [])]
}
