import { useMemo } from 'react'
import { foundOfItem } from '../../../../shared/contract/rectification-figures.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { heatOption } from '../../../charts/heat-option.ts'
import { Panel } from '../../../ui/Panel.tsx'
import type { FigureChartProps } from './FigureCharts.tsx'
import styles from './FiguresPage.module.css'

const ROW_HEIGHT = 20
const AXIS_HEIGHT = 40

/** Items down, weeks across: where the same item keeps coming, a line of marks shows it. */
export function ItemWeeksChart({ figures: { items, itemWeeks }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { cells, names, columns } = useMemo(() => {
    const nameOf = new Map(items.map((one) => [one.item, textIn(one, language)]))
    const rows = itemWeeks.items.map(({ item, counts }) => ({ item, counts, name: nameOf.get(item) ?? item }))
    return {
      names: rows.map(({ name }) => name),
      columns: itemWeeks.weeks.map(({ from }) => from),
      cells: itemWeeks.weeks.flatMap((week, column) =>
        rows.flatMap(({ item, name, counts }) => {
          const count = counts[column] ?? 0
          return count === 0 ? [] : { item, name, week, count }
        }),
      ),
    }
  }, [items, itemWeeks, language])
  const option = useMemo(() => {
    const marks = cells.map(({ week, name, count }) => ({ column: week.from, item: name, count }))
    const words = { count: t('taskFigures.found') }
    return (palette: Palette) => heatOption(marks, columns, names, words, palette)
  }, [cells, columns, names, t])
  if (cells.length === 0) return null
  return (
    <Panel
      title={t('taskFigures.itemWeeks')}
      className={styles.wide}
      extra={<span className="faint">{t('trends.mostShown', { count: names.length })}</span>}
    >
      <Chart
        title={t('taskFigures.itemWeeks')}
        option={option}
        table={{
          head: [t('taskFigures.item'), t('taskFigures.weekFrom'), t('taskFigures.found')],
          rows: cells.map(({ name, week, count }) => [name, week.from, count]),
        }}
        height={names.length * ROW_HEIGHT + AXIS_HEIGHT}
        onMark={(row) => {
          const cell = cells[row]
          if (cell) onOpen(foundOfItem(cell.item, cell.week))
        }}
      />
    </Panel>
  )
}
