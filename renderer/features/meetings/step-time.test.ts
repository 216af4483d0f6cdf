import { expect, it } from 'vitest'
import { clockText } from './clock-text.ts'
import { stepTime } from './step-time.ts'

const timer = { warnAfterSeconds: 120, noteAfterSeconds: 300 }
const step = { secondsBefore: 0, stepBeganAt: 0, minutes: 2, timer }

it.each([
  [0, 120, 'in-time'],
  [60, 60, 'in-time'],
  [239, -119, 'in-time'],
  [240, -120, 'warn'],
  [419, -299, 'warn'],
  [420, -300, 'note'],
])('after %i seconds of a step of two minutes', (seconds, left, tone) => {
  expect(stepTime(step, seconds * 1000)).toEqual({ left, tone })
})

it('counts what the step took before', () => {
  expect(stepTime({ ...step, secondsBefore: 100 }, 20_000).left).toBe(0)
})

it.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [-3, '0:00'],
  [754, '12:34'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
})
