import { quietAxis } from './axes.ts'
import { type ChartOption, type Palette, tipOf } from './chart-theme.ts'

export interface HeatCell {
  column: string
  item: string
  count: number
}

/** Items down, days or weeks across; the redder, the more often. */
export function heatOption(
  cells: readonly HeatCell[],
  columns: readonly string[],
  items: readonly string[],
  words: { count: string },
  palette: Palette,
): ChartOption {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  return {
    grid: { left: 8, right: 8, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item',
      formatter: (point: { value?: unknown }) => {
        const [column, item, count] = point.value as [string, string, number]
        return tipOf({ name: `${column} ${item}`, seriesName: words.count, value: count })
      },
    },
    xAxis: { type: 'category', data: columns, splitArea: { show: false }, ...quietAxis(palette) },
    yAxis: { type: 'category', inverse: true, data: items, ...quietAxis(palette) },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [palette.panel, palette.red] } },
    series: [
      {
        type: 'heatmap',
        name: words.count,
        data: cells.map(({ column, item, count }) => [column, item, count]),
        itemStyle: { borderColor: palette.panel, borderWidth: 2 },
      },
    ],
  }
}
