import type { EChartsCoreOption } from 'echarts/core'
import { escapeHtml } from './escape-html.ts'

/** What a tooltip shows of one point; values are escaped here, because echarts takes HTML. */
interface TipPoint {
  name?: string
  seriesName?: string
  value?: unknown
}

export type ChartOption = EChartsCoreOption

export type Palette = Readonly<
  Record<'pine' | 'amber' | 'red' | 'blue' | 'ink' | 'ink-2' | 'ink-3' | 'line' | 'panel', string>
>

/** The tokens on screen now, read where they are applied. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const read = (token: string) => style.getPropertyValue(`--${token}`).trim()
  return {
    pine: read('pine'),
    amber: read('amber'),
    red: read('red'),
    blue: read('blue'),
    ink: read('ink'),
    'ink-2': read('ink-2'),
    'ink-3': read('ink-3'),
    line: read('line'),
    panel: read('panel'),
  }
}

/** The fonts on screen now. A saved picture cannot look variables up, so they are named. */
export function readFont(): string {
  return getComputedStyle(document.body).fontFamily
}

/** Two colours differ in lightness too; more need patterns to be told apart. */
const MOST_WITHOUT_DECAL = 2

export function tipOf(points: unknown): string {
  const all = (Array.isArray(points) ? points : [points]) as TipPoint[]
  const title = escapeHtml(all[0]?.name ?? '')
  const lines = all.map(({ seriesName, value }) => {
    const shown = Array.isArray(value) ? value.at(-1) : value
    return `${escapeHtml(seriesName ?? '')} ${escapeHtml(String(shown ?? ''))}`
  })
  return [title, ...lines].join('<br>')
}

/** Our look under every chart; the option of the chart itself wins. */
export function withHouseStyle(
  option: EChartsCoreOption,
  palette: Palette,
  fontFamily: string,
  description: string,
): EChartsCoreOption {
  return {
    animationDuration: 200,
    color: [palette.pine, palette.blue, palette.amber, palette['ink-3'], palette.red],
    textStyle: { fontFamily, color: palette['ink-2'] },
    grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
    ...option,
    aria: {
      enabled: true,
      decal: { show: Array.isArray(option.series) && option.series.length > MOST_WITHOUT_DECAL },
      label: { description },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.panel,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontFamily },
      formatter: tipOf,
      ...(option.tooltip as object | undefined),
    },
  }
}
