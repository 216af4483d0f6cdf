import { expect, it } from 'vitest'
import { tempoDoubt, tempoOf } from './patrol-tempo.ts'

const walk = (count: number, everyMs: number) =>
  Array.from({ length: count }, (_, index) => ({ itemNo: index + 1, by: 1, at: index * everyMs }))

it('asks about sixty ticks in three seconds', () => {
  const tempo = tempoOf(walk(60, 50))
  expect(tempo.fastestThirtySeconds).toBeCloseTo(1.45)
  expect(tempoDoubt(tempo, 25, 60)).toBe('round')
})

it('asks about thirty ticks at once in a round that took its time', () => {
  const slow = walk(60, 12_000).map((entry) => ({ ...entry, at: entry.at + 60_000 }))
  expect(tempoDoubt(tempoOf([...walk(40, 500), ...slow]), 25, 100)).toBe('run')
})

it('does not ask about an honest walk', () => {
  expect(tempoDoubt(tempoOf(walk(109, 12_000)), 25, 109)).toBeNull()
})

it('does not ask about a short re-check', () => {
  expect(tempoDoubt(tempoOf(walk(5, 1000)), 25, 5)).toBeNull()
})

it('leaves pauses out of the time of an item', () => {
  const tempo = tempoOf([
    { itemNo: 1, by: 1, at: 0 },
    { itemNo: 2, by: 1, at: 5000 },
    { itemNo: 3, by: 1, at: 3_600_000 },
  ])
  expect([...tempo.seconds]).toEqual([
    [1, 0],
    [2, 5],
  ])
})
