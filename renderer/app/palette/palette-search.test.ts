import { expect, it } from 'vitest'
import { type PaletteEntry, searchEntries } from './palette-search.ts'
import { readingsOf } from './readings.ts'

const entry = (id: string, title: string, english: string, group: PaletteEntry['group'] = 'command'): PaletteEntry => ({
  id,
  title,
  words: [english],
  readings: readingsOf(title),
  group,
  run: () => {},
})

const ENTRIES = [
  entry('go-patrols', '现场巡检', 'Rounds'),
  entry('go-people', '人员', 'People'),
  entry('add-person', '新增人员', 'Add a person'),
  entry('lock', '锁定', 'Lock'),
  entry('p1', '仇知秋', 'Qiu Zhiqiu', 'person'),
]
const found = (query: string, recent: string[] = []) => searchEntries(ENTRIES, query, recent).map(({ id }) => id)

it.each([
  ['巡检', ['go-patrols']],
  ['xianchang', ['go-patrols']],
  ['xcxj', ['go-patrols']],
  ['round', ['go-patrols']],
  ['ry', ['go-people', 'add-person']],
  ['add person', ['add-person']],
  ['qzq', ['p1']],
  ['zzz', []],
])('finds %s', (query, ids) => {
  expect(found(query)).toEqual(ids)
})

it('reads a surname as a surname', () => {
  expect(readingsOf('仇知秋')).toEqual(['qiuzhiqiu', 'qzq'])
})

it('shows recent commands first and no people before anything is typed', () => {
  expect(found('', ['lock', 'add-person'])).toEqual(['lock', 'add-person', 'go-patrols', 'go-people'])
})
