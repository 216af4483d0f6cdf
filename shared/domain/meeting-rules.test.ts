import { expect, it } from 'vitest'
import { minutesHeld } from './meeting-rules.ts'

const at = (clock: string) => Date.parse(`2026-11-23T${clock}+08:00`)

it.each([
  ['08:08:50', '08:21:05', 13],
  ['08:08:00', '08:21:59', 13],
  ['08:25:00', '08:25:40', 0],
  ['08:25:59', '08:26:00', 1],
  ['08:25:00', '08:40:00', 15],
])('from %s to %s it took %i minutes, as the two times shown say', (from, to, minutes) => {
  expect(minutesHeld(at(from), at(to))).toBe(minutes)
})
