import { expect, it } from 'vitest'
import { windowText } from './wording.ts'

const t = ((key: string, params: object) => `${key} ${JSON.stringify(params)}`) as never
const times = {
  windowStart: Date.parse('2026-11-23T07:50:00+08:00'),
  windowEnd: Date.parse('2026-11-23T08:25:00+08:00'),
}

it('gives a round its window, and a re-check only its beginning', () => {
  expect(windowText({ kind: 'round', ...times }, 'Asia/Shanghai', t)).toBe('07:50–08:25')
  expect(windowText({ kind: 'recheck', ...times }, 'Asia/Shanghai', t)).toBe('patrols.windowFrom {"time":"07:50"}')
})
