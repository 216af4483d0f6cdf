import { useMemo } from 'react'
import { HEAT_ITEMS } from '../../../../shared/contract/trends.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { heatOption } from '../../../charts/heat-option.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { monthDay } from '../wording.ts'
import type { TrendChartProps } from './TrendCharts.tsx'
import styles from './TrendsPage.module.css'

const ROW_HEIGHT = 20
const AXIS_HEIGHT = 40

/** Where the same item keeps failing, a line of marks shows it. */
export function HeatChart({ trends, onOpen }: TrendChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { failing, itemDays, days } = trends
  const { cells, names } = useMemo(() => {
    const shown = failing.filter(({ fails }) => fails > 0).slice(0, HEAT_ITEMS)
    const nameOf = new Map(shown.map((one) => [one.item, textIn(one, language)]))
    return {
      names: [...nameOf.values()],
      cells: itemDays.flatMap(({ on, item, fails }) => {
        const name = nameOf.get(item)
        return name && fails > 0 ? { on, item, name, fails } : []
      }),
    }
  }, [failing, itemDays, language])
  const option = useMemo(() => {
    const marks = cells.map(({ on, name, fails }) => ({ column: monthDay(on), item: name, count: fails }))
    const all = days.map(({ on }) => monthDay(on))
    const words = { count: t('trends.fails') }
    return (palette: Palette) => heatOption(marks, all, names, words, palette)
  }, [cells, days, names, t])
  if (cells.length === 0) return null
  const head = [t('trends.item'), t('trends.day'), t('trends.fails')]
  return (
    <Panel
      title={t('trends.heat')}
      className={styles.wide}
      extra={<span className="faint">{t('trends.mostShown', { count: names.length })}</span>}
    >
      <Chart
        title={t('trends.heat')}
        option={option}
        table={{ head, rows: cells.map(({ on, name, fails }) => [name, on, fails]) }}
        height={names.length * ROW_HEIGHT + AXIS_HEIGHT}
        onMark={(row) => {
          const cell = cells[row]
          if (cell) {
            onOpen({ title: `${cell.name} ${cell.on}`, filter: { from: cell.on, to: cell.on, item: cell.item } })
          }
        }}
      />
    </Panel>
  )
}
