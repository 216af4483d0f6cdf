import { expect, it } from 'vitest'
import { formatRate } from './rate-text.ts'

it.each([
  [1, '100.0%'],
  [0.9996, '99.9%'],
  [0.57, '57.0%'],
  [0.875, '87.5%'],
  [0, '0.0%'],
  [null, '—'],
])('writes %d as %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text)
})
