import { expect, it } from 'vitest'
import { searchPeople } from './person-search.ts'

const PEOPLE = [
  { name: '林予安', pinyin: 'linyuan lya', staffNo: '0001' },
  { name: '仇知秋', pinyin: 'qiuzhiqiu qzq', staffNo: null },
  { name: '周小满', pinyin: 'zhouxiaoman zxm' },
]

it.each([
  ['林', ['林予安']],
  ['予安', ['林予安']],
  ['lya', ['林予安']],
  ["lin yu'an", ['林予安']],
  ['QIU', ['仇知秋']],
  ['xiaoman', ['周小满']],
  ['0001', ['林予安']],
  ['x', ['周小满']],
  ['', ['林予安', '仇知秋', '周小满']],
  ['王', []],
])('finds by %s', (query, names) => {
  expect(searchPeople(PEOPLE, query).map(({ name }) => name)).toEqual(names)
})

it('puts those whose reading begins with the query before those that hold it', () => {
  expect(searchPeople(PEOPLE, 'z').map(({ name }) => name)).toEqual(['周小满', '仇知秋'])
})
