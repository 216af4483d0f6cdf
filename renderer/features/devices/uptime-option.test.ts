import { expect, it } from 'vitest'
import type { Palette } from '../../charts/chart-theme.ts'
import { uptimeOption } from './uptime-option.ts'

it('draws the months as percentages, a gap where nothing was due, and the target beside them', () => {
  const months = [
    { month: '2026-09', uptime: null },
    { month: '2026-10', uptime: 0.9649 },
    { month: '2026-11', uptime: 1 },
  ]
  const option = uptimeOption(months, 0.98, { uptime: 'U', target: 'T' }, {} as Palette) as {
    series: { data: unknown[] }[]
    yAxis: { min: number }
  }
  expect(option.series.map(({ data }) => data)).toEqual([
    [null, 96.5, 100],
    [98, 98, 98],
  ])
  expect(option.yAxis.min).toBe(95)
})
