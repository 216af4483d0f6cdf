import type { Palette } from './chart-theme.ts'

export const AXIS_LABEL = { fontSize: 11 }

/** An axis that leaves the eye to the marks. */
export function quietAxis(palette: Palette) {
  return {
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { ...AXIS_LABEL, color: palette['ink-2'] },
  }
}
