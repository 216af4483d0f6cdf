import { expect, it } from 'vitest'
import { formatDay, formatInstant, formatShortDay, formatTime, formatWeekday, formatYuan } from './formats.ts'

const AT = Date.UTC(2026, 10, 23, 0, 25)

it('writes days in both languages', () => {
  expect(formatDay('2026-11-23', 'zh-CN')).toBe('2026年11月23日')
  expect(formatDay('2026-11-23', 'en')).toBe('23 November 2026')
  expect(formatShortDay('2026-11-23', 'zh-CN')).toBe('11月23日')
  expect(formatWeekday('2026-11-23', 'zh-CN')).toBe('周一')
  expect(formatWeekday('2026-11-23', 'en')).toBe('Mon')
})

it('writes instants on the outlet’s clock', () => {
  expect(formatTime(AT, 'Asia/Shanghai')).toBe('08:25')
  expect(formatInstant(AT, 'Asia/Shanghai')).toBe('2026-11-23 08:25')
})

it('writes sums of money', () => {
  expect(formatYuan(1200, 'zh-CN')).toBe('¥1,200.00')
  expect(formatYuan(0.5, 'en')).toBe('CN¥0.50')
})
