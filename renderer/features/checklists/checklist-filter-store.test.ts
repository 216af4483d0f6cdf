import { describe, expect, it } from 'vitest'
import type { ChecklistItem } from '../../../shared/contract/checklists.ts'
import { type ChecklistFilter, filterItems, isFiltered, NO_FILTER } from './checklist-filter-store.ts'

function anItem(id: string, change: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id,
    version: 1,
    isOn: true,
    isOwn: false,
    zone: 'lobby',
    order: 1,
    kind: 'hardware',
    zh: '叫号机正常',
    en: 'Queue machine works',
    how_to_check_zh: '取一张号',
    how_to_check_en: 'Take a ticket',
    severity: 'major',
    rounds: ['opening'],
    cadence: 'daily',
    photo_on_fail: true,
    default_due_hours: 24,
    default_owner_role: 'device-keeper',
    tags: [],
    core: true,
    ...change,
  }
}

const ITEMS = [
  anItem('a'),
  anItem('b', { zone: 'exterior', zh: '招牌整洁', severity: 'minor', core: false, rounds: ['closing'] }),
  anItem('c', { isOn: false, isOwn: true, core: false, kind: 'software', clauses: ['GB/T 32320-2015 5.2.1'] }),
]

describe('filterItems', () => {
  it.each<[string, Partial<ChecklistFilter>, string[]]>([
    ['everything', {}, ['a', 'b', 'c']],
    ['a zone', { zone: 'exterior' }, ['b']],
    ['a round', { round: 'closing' }, ['b']],
    ['a severity', { severity: 'major' }, ['a', 'c']],
    ['a kind', { kind: 'software' }, ['c']],
    ['core items', { source: 'core' }, ['a']],
    ['own items', { source: 'own' }, ['c']],
    ['what is switched off', { state: 'off' }, ['c']],
    ['words in Chinese', { query: ' 招牌 ' }, ['b']],
    ['words in English, whatever the case', { query: 'QUEUE', zone: 'lobby' }, ['a', 'c']],
    ['how to check', { query: '一张号', state: 'on', zone: 'lobby' }, ['a']],
    ['a clause', { query: '32320' }, ['c']],
  ])('finds %s', (_name, filter, ids) => {
    expect(filterItems(ITEMS, { ...NO_FILTER, zone: undefined, ...filter }).map(({ id }) => id)).toEqual(ids)
  })

  it('takes a chosen zone for a place, not for a filter', () => {
    expect(isFiltered({ ...NO_FILTER, zone: 'lobby' })).toBe(false)
    expect(isFiltered({ ...NO_FILTER, zone: undefined, state: 'on' })).toBe(true)
  })
})
