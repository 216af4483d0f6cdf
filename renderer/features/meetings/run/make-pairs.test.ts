import { expect, it } from 'vitest'
import { makePairs } from './make-pairs.ts'

it.each([
  [[], 0, []],
  [['a'], 0, []],
  [['a', 'b'], 0, ['ab']],
  [['a', 'b', 'c'], 0, ['ab', 'ca']],
  [['a', 'b', 'c', 'd'], 1, ['bc', 'da']],
  [['a', 'b', 'c', 'd', 'e'], 0, ['ab', 'cd', 'ea']],
])('pairs %j turned by %i', (people, turn, wanted) => {
  expect(makePairs(people, turn).map(({ a, b }) => a + b)).toEqual(wanted)
})

it('leaves nobody out and pairs nobody with themselves', () => {
  for (let count = 2; count < 15; count++) {
    const people = Array.from({ length: count }, (_, index) => String(index))
    const pairs = makePairs(people, count * 3)
    expect(new Set(pairs.flatMap(({ a, b }) => [a, b])).size).toBe(count)
    expect(pairs.every(({ a, b }) => a !== b)).toBe(true)
  }
})
