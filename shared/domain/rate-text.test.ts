import { expect, it } from 'vitest'
import { formatRate } from './rate-text.ts'

it.each([
  [1, '100.0%'],
  [0.9996, '99.9%'],
  [15 / 16, '93.8%'],
  [74 / 75, '98.7%'],
  [0.0002, '0.1%'],
  [0.57, '57.0%'],
  [0.875, '87.5%'],
  [0, '0.0%'],
  [null, '—'],
])('writes %d as %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text)
})
