import { expect, it } from 'vitest'
import type { Palette } from '../../../charts/chart-theme.ts'
import { dailyOption, percent, zonesOption } from './trend-options.ts'

const PALETTE = {} as Palette
const WORDS = { completion: 'done', passRate: 'pass' }

it('never rounds a rate up to a whole that was not reached', () => {
  expect(percent(0.99999)).toBe(99.9)
  expect(percent(1)).toBe(100)
  expect(percent(null)).toBeNull()
})

it('leaves a gap on a day without figures', () => {
  const { series } = dailyOption(
    [
      { name: '11-19', completion: 1, passRate: 0.955 },
      { name: '11-20', completion: null, passRate: null },
    ],
    WORDS,
    PALETTE,
  ) as { series: { name: string; data: unknown[] }[] }
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ['done', [100, null]],
    ['pass', [95.5, null]],
  ])
})

it('starts the lines below the lowest rate, and the bars at nothing', () => {
  const rates = [{ name: 'a', completion: 1, passRate: 0.831 }]
  const lines = dailyOption(rates, WORDS, PALETTE) as { yAxis: { min: number; max: number } }
  const bars = zonesOption(rates, WORDS, PALETTE) as { xAxis: { min: number; max: number } }
  expect([lines.yAxis.min, lines.yAxis.max]).toEqual([80, 100])
  expect([bars.xAxis.min, bars.xAxis.max]).toEqual([0, 100])
})
