import { ratePercent } from '../../../../shared/domain/rate-text.ts'
import { AXIS_LABEL, quietAxis } from '../../../charts/axes.ts'
import type { ChartOption, Palette } from '../../../charts/chart-theme.ts'

/** Rates as 0…100 with one decimal; null leaves a gap. */
export function percent(rate: number | null): number | null {
  return rate === null ? null : ratePercent(rate)
}

function rateAxis(palette: Palette, rates: readonly (number | null)[]) {
  const lowest = Math.min(100, ...rates.filter((rate) => rate !== null))
  return {
    type: 'value',
    min: Math.max(0, Math.floor((lowest - 2) / 10) * 10),
    max: 100,
    axisLabel: { ...AXIS_LABEL, color: palette['ink-3'], formatter: '{value}%' },
    splitLine: { lineStyle: { color: palette.line } },
  }
}

export interface NamedRates {
  name: string
  completion: number | null
  passRate: number | null
}

export interface RateWords {
  completion: string
  passRate: string
}

/** Two lines over the days. */
export function dailyOption(days: readonly NamedRates[], words: RateWords, palette: Palette): ChartOption {
  const line = (name: string, data: (number | null)[], color: string) => ({
    type: 'line',
    name,
    data,
    symbolSize: 6,
    lineStyle: { width: 2, color },
    itemStyle: { color },
  })
  const completion = days.map((day) => percent(day.completion))
  const passRate = days.map((day) => percent(day.passRate))
  return {
    legend: { top: 0, right: 0, itemWidth: 16, textStyle: { color: palette['ink-2'] } },
    xAxis: { type: 'category', data: days.map(({ name }) => name), ...quietAxis(palette) },
    yAxis: rateAxis(palette, [...completion, ...passRate]),
    series: [line(words.completion, completion, palette['ink-3']), line(words.passRate, passRate, palette.pine)],
  }
}

/** Bars start at nothing: their length is the rate. */
const WHOLE_RATE = { type: 'value', min: 0, max: 100, axisLabel: { show: false }, splitLine: { show: false } }

/** To the right of lying bars: beside one another their labels would collide where all are near the whole. */
function lyingRates(names: readonly string[], palette: Palette) {
  return {
    xAxis: WHOLE_RATE,
    yAxis: { type: 'category', inverse: true, data: names, ...quietAxis(palette) },
  }
}

function rateBar(name: string, rates: readonly (number | null)[], color: string, palette: Palette) {
  return {
    type: 'bar',
    name,
    data: rates.map(percent),
    barMaxWidth: 14,
    barCategoryGap: '30%',
    barGap: '15%',
    itemStyle: { color },
    label: { show: true, position: 'right', formatter: '{c}%', fontSize: 11, color: palette['ink-2'] },
  }
}

/** Two bars for each round, in the order of the day from the top. */
export function roundsOption(rounds: readonly NamedRates[], words: RateWords, palette: Palette): ChartOption {
  const completion = rounds.map((round) => round.completion)
  const passRate = rounds.map((round) => round.passRate)
  return {
    legend: { top: 0, right: 0, itemWidth: 12, textStyle: { color: palette['ink-2'] } },
    grid: { left: 8, right: 52, top: 28, bottom: 4, containLabel: true },
    ...lyingRates(
      rounds.map(({ name }) => name),
      palette,
    ),
    series: [
      rateBar(words.completion, completion, palette['ink-3'], palette),
      rateBar(words.passRate, passRate, palette.pine, palette),
    ],
  }
}

/** One bar for each zone, in walking order from the top. */
export function zonesOption(zones: readonly NamedRates[], words: RateWords, palette: Palette): ChartOption {
  const passRate = zones.map((zone) => zone.passRate)
  return {
    grid: { left: 8, right: 52, top: 4, bottom: 4, containLabel: true },
    ...lyingRates(
      zones.map(({ name }) => name),
      palette,
    ),
    series: [rateBar(words.passRate, passRate, palette.pine, palette)],
  }
}
