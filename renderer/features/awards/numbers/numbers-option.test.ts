import { expect, it } from 'vitest'
import { LIGHT } from '../../../app/theme/tokens.ts'
import { kindsOption, monthsOption } from './numbers-option.ts'

it('draws cards and awards of each month, and awards by kind, as they were counted', () => {
  const months = [
    { month: '2026-10', thanks: 12, awards: 1 },
    { month: '2026-11', thanks: 9, awards: 0 },
  ]
  const { series } = monthsOption(months, { thanks: 'T', awards: 'A' }, LIGHT) as {
    series: { name: string; data: number[] }[]
  }
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ['T', [12, 9]],
    ['A', [1, 0]],
  ])
  const kinds = kindsOption([{ name: 'K', awards: 4 }], { awards: 'A' }, LIGHT) as { series: { data: number[] }[] }
  expect(kinds.series[0]?.data).toEqual([4])
})
