import { expect, it } from 'vitest'
import { triesLeft, waitAfter } from './pin-tries.ts'

it.each([
  [4, 0],
  [5, 1],
  [6, 2],
  [8, 8],
  [9, 15],
  [40, 15],
])('after %i failed tries waits %i minutes', (tries, minutes) => {
  expect(waitAfter(tries)).toBe(minutes * 60_000)
})

it('counts the free tries down to none', () => {
  expect([0, 4, 5, 9].map(triesLeft)).toEqual([5, 1, 0, 0])
})
