import { expect, it } from 'vitest'
import { instantOf } from '../../shared/domain/business-day.ts'
import { translatorFor } from '../../shared/messages/translator.ts'
import { dueText, shortDueText } from './due-text.ts'

const ZONE = 'Asia/Shanghai'
const t = translatorFor('zh-CN')
const at = (day: string, hour: number) => instantOf(day, hour * 60, ZONE)
const NOW = at('2026-11-20', 10)

it.each([
  ['doing', at('2026-11-18', 10), '超期 2 天', '11-18 10:00', true],
  ['doing', at('2026-11-20', 8), '超期 2:00', '11-20 08:00', true],
  ['doing', at('2026-11-20', 11), '还有 1:00', '11-20 11:00', false],
  ['assigned', at('2026-11-20', 17), '今天 17:00', '', false],
  ['assigned', at('2026-11-21', 9), '明天 09:00', '', false],
  ['assigned', at('2026-11-24', 17), '还有 4 天', '11-24 17:00', false],
  ['assigned', at('2027-01-02', 9), '还有 43 天', '2027-01-02 09:00', false],
  ['submitted', at('2026-11-18', 10), '', '11-18 10:00', false],
] as const)('says when a task that is %s falls due', (state, dueAt, relative, absolute, isLate) => {
  expect(dueText({ state, dueAt }, NOW, ZONE, t)).toEqual({ relative, absolute, isLate })
})

it.each([
  ['doing', at('2026-11-18', 10), '超期 2 天', true],
  ['doing', at('2026-11-20', 11), '还有 1:00', false],
  ['assigned', at('2026-11-20', 17), '今天 17:00', false],
  ['assigned', at('2026-11-25', 9), '11-25 09:00', false],
  ['submitted', at('2026-11-18', 10), '11-18 10:00', false],
] as const)('says in short when a task that is %s falls due', (state, dueAt, text, isLate) => {
  expect(shortDueText({ state, dueAt }, NOW, ZONE, t)).toEqual({ text, isLate })
})
