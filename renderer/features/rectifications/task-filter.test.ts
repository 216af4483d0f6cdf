import { expect, it } from 'vitest'
import { filterOf, isFiltered, readParams, writeParams } from './task-filter.ts'

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
