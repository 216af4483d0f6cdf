import { expect, it } from 'vitest'
import type { Palette } from './chart-theme.ts'
import { heatOption } from './heat-option.ts'
import { cumulated, paretoOption } from './pareto-option.ts'

const PALETTE = {} as Palette

it('adds up the share of all fails, those not shown included', () => {
  const items = [
    { name: 'a', count: 5 },
    { name: 'b', count: 3 },
  ]
  expect(cumulated(items, 10)).toEqual([50, 80])
  const { series } = paretoOption(items, 10, { count: 'fails', cumulative: 'share' }, PALETTE) as {
    series: { data: unknown[] }[]
  }
  expect(series.map(({ data }) => data)).toEqual([
    [5, 3],
    [50, 80],
  ])
})

it('puts every cell of the heat map at its day and item', () => {
  const { series, visualMap } = heatOption(
    [{ column: '11-19', item: 'a', count: 2 }],
    ['11-19'],
    ['a'],
    { count: 'fails' },
    PALETTE,
  ) as { series: { data: unknown[] }[]; visualMap: { max: number } }
  expect(series[0]?.data).toEqual([['11-19', 'a', 2]])
  expect(visualMap.max).toBe(2)
})
