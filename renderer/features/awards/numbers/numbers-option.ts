import { AXIS_LABEL, quietAxis } from '../../../charts/axes.ts'
import type { ChartOption, Palette } from '../../../charts/chart-theme.ts'

export interface MonthCounts {
  month: string
  thanks: number
  awards: number
}

const countAxis = (palette: Palette) => ({
  type: 'value' as const,
  minInterval: 1,
  axisLabel: { ...AXIS_LABEL, color: palette['ink-3'] },
  splitLine: { lineStyle: { color: palette.line } },
})

/** Cards and awards side by side, month by month. */
export function monthsOption(
  months: readonly MonthCounts[],
  words: { thanks: string; awards: string },
  palette: Palette,
): ChartOption {
  const bar = (name: string, data: number[], color: string) => ({
    type: 'bar',
    name,
    data,
    barMaxWidth: 14,
    itemStyle: { color },
  })
  return {
    legend: { top: 0, right: 0, itemWidth: 12, textStyle: { color: palette['ink-2'] } },
    xAxis: { type: 'category', data: months.map(({ month }) => month), ...quietAxis(palette) },
    yAxis: countAxis(palette),
    series: [
      bar(
        words.thanks,
        months.map(({ thanks }) => thanks),
        palette.pine,
      ),
      bar(
        words.awards,
        months.map(({ awards }) => awards),
        palette.amber,
      ),
    ],
  }
}

/** The most at the top. */
export function kindsOption(
  kinds: readonly { name: string; awards: number }[],
  words: { awards: string },
  palette: Palette,
): ChartOption {
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 4, containLabel: true },
    yAxis: { type: 'category', inverse: true, data: kinds.map(({ name }) => name), ...quietAxis(palette) },
    xAxis: countAxis(palette),
    series: [
      {
        type: 'bar',
        name: words.awards,
        data: kinds.map(({ awards }) => awards),
        barMaxWidth: 14,
        itemStyle: { color: palette.amber },
        label: { show: true, position: 'right', color: palette['ink-2'] },
      },
    ],
  }
}
