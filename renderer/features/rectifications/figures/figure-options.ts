import { AXIS_LABEL, quietAxis } from '../../../charts/axes.ts'
import type { ChartOption, Palette } from '../../../charts/chart-theme.ts'

function countAxis(palette: Palette) {
  return {
    type: 'value',
    minInterval: 1,
    axisLabel: { ...AXIS_LABEL, color: palette['ink-3'] },
    splitLine: { lineStyle: { color: palette.line } },
  }
}

const legend = (palette: Palette) => ({ top: 0, right: 0, itemWidth: 12, textStyle: { color: palette['ink-2'] } })

export interface CourseRow {
  name: string
  found: number
  done: number
  open: number
}

/** Found and struck off as bars, what is open at the end of each span as a line on the same scale. */
export function courseOption(
  spans: readonly CourseRow[],
  words: { found: string; done: string; open: string },
  palette: Palette,
): ChartOption {
  const bar = (name: string, data: number[], color: string) => ({
    type: 'bar',
    name,
    data,
    barMaxWidth: 12,
    itemStyle: { color },
  })
  return {
    legend: legend(palette),
    xAxis: { type: 'category', data: spans.map(({ name }) => name), ...quietAxis(palette) },
    yAxis: countAxis(palette),
    series: [
      bar(
        words.found,
        spans.map(({ found }) => found),
        palette['ink-3'],
      ),
      bar(
        words.done,
        spans.map(({ done }) => done),
        palette.pine,
      ),
      {
        type: 'line',
        name: words.open,
        data: spans.map(({ open }) => open),
        symbolSize: 6,
        lineStyle: { width: 2, color: palette.amber },
        itemStyle: { color: palette.amber },
      },
    ],
  }
}

export interface AgeRow {
  name: string
  inTime: number
  overdue: number
}

/** Two parts of one bar: what is overdue stands out. */
export function ageingOption(
  ages: readonly AgeRow[],
  words: { inTime: string; overdue: string },
  palette: Palette,
): ChartOption {
  const part = (name: string, data: number[], color: string) => ({
    type: 'bar',
    name,
    data,
    stack: 'all',
    barMaxWidth: 36,
    itemStyle: { color },
  })
  return {
    legend: legend(palette),
    xAxis: { type: 'category', data: ages.map(({ name }) => name), ...quietAxis(palette) },
    yAxis: countAxis(palette),
    series: [
      part(
        words.inTime,
        ages.map(({ inTime }) => inTime),
        palette['ink-3'],
      ),
      part(
        words.overdue,
        ages.map(({ overdue }) => overdue),
        palette.red,
      ),
    ],
  }
}

export interface FixTimeRow {
  name: string
  median: number | null
  p90: number | null
}

/** Hours as lying bars: half of the tasks took no longer than the first, nine of ten no longer than the second. */
export function fixTimeOption(
  rows: readonly FixTimeRow[],
  words: { median: string; p90: string },
  palette: Palette,
): ChartOption {
  const bar = (name: string, data: (number | null)[], color: string) => ({
    type: 'bar',
    name,
    data,
    barMaxWidth: 18,
    itemStyle: { color },
    label: { show: true, position: 'right', formatter: '{c} h', fontSize: 11, color: palette['ink-2'] },
  })
  return {
    legend: legend(palette),
    grid: { left: 8, right: 56, top: 32, bottom: 8, containLabel: true },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), ...quietAxis(palette) },
    xAxis: { ...countAxis(palette), axisLabel: { show: false }, splitLine: { show: false } },
    series: [
      bar(
        words.median,
        rows.map(({ median }) => median),
        palette.pine,
      ),
      bar(
        words.p90,
        rows.map(({ p90 }) => p90),
        palette['ink-3'],
      ),
    ],
  }
}
