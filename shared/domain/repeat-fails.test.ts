import { expect, it } from 'vitest'
import { repeatedWithin } from './repeat-fails.ts'

it.each([
  ['seven days later', ['2026-10-08', '2026-10-15'], true],
  ['eight days later', ['2026-10-08', '2026-10-16'], false],
  ['only once', ['2026-10-08'], false],
  ['over the end of a month', ['2026-10-28', '2026-11-02'], true],
])('%s', (_when, days, isRepeated) => {
  const rows = days.map((on) => ({ on, item: 'a', fails: 1 }))
  expect(repeatedWithin(rows, 7).has('a')).toBe(isRepeated)
})

it('counts two fails of one day as a repeat', () => {
  expect(repeatedWithin([{ on: '2026-10-08', item: 'a', fails: 2 }], 7).has('a')).toBe(true)
})
