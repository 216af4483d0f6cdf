import { ratePercent } from '../../../shared/domain/rate-text.ts'
import type { ChartOption, Palette } from '../../charts/chart-theme.ts'

export interface MonthRate {
  month: string
  uptime: number | null
}

/** Percent between the lines of the axis. */
const STEP = 5
const AXIS_LABEL = { fontSize: 11 }

/** A line of months and the target across it; a month without due time leaves a gap. */
export function uptimeOption(
  months: readonly MonthRate[],
  target: number,
  words: { uptime: string; target: string },
  palette: Palette,
): ChartOption {
  const rates = months.map(({ uptime }) => (uptime === null ? null : ratePercent(uptime)))
  const lowest = Math.min(ratePercent(target), ...rates.filter((rate) => rate !== null))
  return {
    legend: { top: 0, right: 0, itemWidth: 16, textStyle: { color: palette['ink-2'] } },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...AXIS_LABEL, color: palette['ink-2'] },
    },
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor((lowest - 1) / STEP) * STEP),
      max: 100,
      minInterval: STEP,
      axisLabel: { ...AXIS_LABEL, color: palette['ink-3'], formatter: '{value}%' },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: 'line',
        name: words.uptime,
        data: rates,
        symbolSize: 6,
        lineStyle: { width: 2, color: palette.pine },
        itemStyle: { color: palette.pine },
      },
      {
        type: 'line',
        name: words.target,
        data: months.map(() => ratePercent(target)),
        symbol: 'none',
        lineStyle: { width: 1, type: 'dashed', color: palette['ink-3'] },
        itemStyle: { color: palette['ink-3'] },
      },
    ],
  }
}
