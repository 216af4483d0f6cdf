import { AXIS_LABEL, quietAxis } from './axes.ts'
import type { ChartOption, Palette } from './chart-theme.ts'

export interface RankedItem {
  name: string
  count: number
}

/** Share of all that the first 1, 2, 3 … items make up, 0…100. */
export function cumulated(items: readonly RankedItem[], all: number): number[] {
  let sum = 0
  return items.map(({ count }) => {
    sum += count
    return all > 0 ? Math.round((1000 * sum) / all) / 10 : 0
  })
}

/** Items by count, most first from the top, with the cumulated share of all. */
export function paretoOption(
  items: readonly RankedItem[],
  all: number,
  words: { count: string; cumulative: string },
  palette: Palette,
  color = palette.red,
): ChartOption {
  const scale = { ...AXIS_LABEL, color: palette['ink-3'] }
  return {
    legend: { top: 0, right: 0, itemWidth: 12, textStyle: { color: palette['ink-2'] } },
    grid: { left: 8, right: 20, top: 28, bottom: 4, containLabel: true },
    yAxis: {
      type: 'category',
      inverse: true,
      data: items.map(({ name }) => name),
      ...quietAxis(palette),
      axisLabel: { ...AXIS_LABEL, color: palette['ink-2'], width: 200, overflow: 'truncate' },
    },
    xAxis: [
      { type: 'value', minInterval: 1, axisLabel: scale, splitLine: { lineStyle: { color: palette.line } } },
      {
        type: 'value',
        position: 'top',
        min: 0,
        max: 100,
        axisLabel: { ...scale, formatter: '{value}%' },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        name: words.count,
        data: items.map(({ count }) => count),
        barMaxWidth: 14,
        itemStyle: { color },
      },
      {
        type: 'line',
        name: words.cumulative,
        xAxisIndex: 1,
        data: cumulated(items, all),
        symbolSize: 5,
        lineStyle: { width: 2, color: palette['ink-3'] },
        itemStyle: { color: palette['ink-3'] },
      },
    ],
  }
}
