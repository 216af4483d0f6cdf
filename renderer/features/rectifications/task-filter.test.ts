import { expect, it } from 'vitest'
import { OPEN_STATES } from '../../../shared/domain/task-states.ts'
import { filterOf, foldedCount, isFiltered, paramsOf, readParams, writeParams } from './task-filter.ts'

it('reads from the address what it writes into it', () => {
  const address = { group: 'all', severity: 'major,critical', zone: 'lobby', from: '2026-11-01', q: '利率' }
  expect(writeParams(readParams(address, 'mine'), 'mine')).toEqual(address)
})

it('takes no notice of what an address cannot mean', () => {
  const list = readParams({ group: 'x', severity: 'huge', source: '?', from: 'yesterday' }, 'open')
  expect(writeParams(list, 'open')).toEqual({})
  expect(isFiltered(list)).toBe(false)
})

it('asks the service for exactly what is chosen', () => {
  const list = readParams({ group: 'overdue', severity: 'critical', from: '2026-11-01', to: '2026-11-30' }, 'mine')
  expect(filterOf(list)).toEqual({
    search: '',
    overdue: true,
    severities: ['critical'],
    foundFrom: '2026-11-01',
    foundTo: '2026-11-30',
  })
  expect(filterOf(readParams({}, 'mine'))).toEqual({ search: '', mine: true })
})

it.each([
  { counted: true, foundFrom: '2026-11-01', foundTo: '2026-11-30', cause: 'equipment.ageing' },
  { counted: true, doneFrom: '2026-11-01', doneTo: '2026-11-30', severities: ['major' as const] },
  { counted: true, openOn: '2026-11-08' },
  { states: [...OPEN_STATES], openSinceFrom: '2026-09-01', openSinceTo: '2026-10-01' },
  { states: [...OPEN_STATES], foundTo: '2026-10-01' },
  { states: ['waiting' as const] },
  { overdue: true, foundFrom: '2026-11-20' },
  { item: 'lobby.pens', returned: { within: 180 as const, from: '2026-01-01', to: '2026-11-23' } },
])('opens the list of a figure with exactly its conditions: %j', (conditions) => {
  expect(filterOf(readParams(paramsOf(conditions), 'mine'))).toEqual({ search: '', ...conditions })
})

it('keeps the order in the address', () => {
  const list = readParams({ sort: '-due' }, 'mine')
  expect(filterOf(list).sort).toEqual({ by: 'due', isDescending: true })
  expect(writeParams(list, 'mine')).toEqual({ sort: '-due' })
  expect(readParams({ sort: '-height' }, 'mine').sort).toBeUndefined()
})

it('counts the conditions that are folded away, the two ends of the days as one', () => {
  const count = (params: Record<string, string>) => foldedCount(readParams(params, 'open'))
  expect(count({ severity: 'critical', q: '利率' })).toBe(0)
  expect(count({ zone: 'lobby', source: 'patrol', from: '2026-11-01', to: '2026-11-30' })).toBe(3)
  expect(count({ to: '2026-11-30' })).toBe(1)
})
