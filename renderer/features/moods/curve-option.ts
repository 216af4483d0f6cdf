import type { ChartOption, Palette } from '../../charts/chart-theme.ts'

const AXIS_LABEL = { fontSize: 11 }

/** A step line of levels 1 … 5, oldest first; the axis says the weather in words. */
export function curveOption(
  answers: readonly { on: string; level: number }[],
  names: ReadonlyMap<number, string>,
  palette: Palette,
): ChartOption {
  return {
    grid: { top: 12, right: 12, bottom: 24, left: 64 },
    xAxis: {
      type: 'category',
      data: answers.map(({ on }) => on.slice(5)),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...AXIS_LABEL, color: palette['ink-2'] },
    },
    yAxis: {
      type: 'value',
      min: 1,
      max: 5,
      interval: 1,
      axisLabel: {
        ...AXIS_LABEL,
        color: palette['ink-2'],
        formatter: (value: number) => names.get(value) ?? '',
      },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: 'line',
        data: answers.map(({ level }) => level),
        symbolSize: 6,
        lineStyle: { width: 2, color: palette.pine },
        itemStyle: { color: palette.pine },
      },
    ],
  }
}
