import { expect, it } from 'vitest'
import type { Palette } from '../../../charts/chart-theme.ts'
import { cumulated, dailyOption, heatOption, paretoOption, percent, zonesOption } from './trend-options.ts'

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

it('adds up the share of all fails, those not shown included', () => {
  const items = [
    { name: 'a', fails: 5 },
    { name: 'b', fails: 3 },
  ]
  expect(cumulated(items, 10)).toEqual([50, 80])
  const { series } = paretoOption(items, 10, { fails: 'fails', cumulative: 'share' }, PALETTE) as {
    series: { data: unknown[] }[]
  }
  expect(series.map(({ data }) => data)).toEqual([
    [5, 3],
    [50, 80],
  ])
})

it('puts every cell of the heat map at its day and item', () => {
  const { series, visualMap } = heatOption(
    [{ day: '11-19', item: 'a', fails: 2 }],
    ['11-19'],
    ['a'],
    { fails: 'fails' },
    PALETTE,
  ) as { series: { data: unknown[] }[]; visualMap: { max: number } }
  expect(series[0]?.data).toEqual([['11-19', 'a', 2]])
  expect(visualMap.max).toBe(2)
})
