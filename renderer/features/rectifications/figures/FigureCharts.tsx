import { useMemo } from 'react'
import type { RectificationFigures } from '../../../../shared/contract/rectification-figures.ts'
import type { TaskConditions } from '../../../../shared/contract/rectification-lists.ts'
import { monthOf } from '../../../../shared/domain/business-day.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { ChronicItems } from './ChronicItems.tsx'
import styles from './FiguresPage.module.css'
import { ageingOption, courseOption, fixTimeOption } from './figure-options.ts'
import { ItemWeeksChart } from './ItemWeeksChart.tsx'
import { CausesChart, ItemsChart } from './RankCharts.tsx'

export interface FigureChartProps {
  figures: RectificationFigures
  onOpen: (conditions: TaskConditions) => void
}

export function FigureCharts(props: FigureChartProps) {
  return (
    <div className={styles.charts}>
      <CourseChart {...props} />
      <AgeingChart {...props} />
      <CausesChart {...props} />
      <ItemsChart {...props} />
      <FixTimeChart {...props} />
      <ChronicItems {...props} />
      <ItemWeeksChart {...props} />
    </div>
  )
}

function CourseChart({ figures: { course }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const { by, spans } = course
  const words = useMemo(
    () => ({ found: t('taskFigures.found'), done: t('taskFigures.done'), open: t('taskFigures.open') }),
    [t],
  )
  const option = useMemo(() => {
    const rows = spans.map(({ from, found, done, open }) => ({
      name: by === 'month' ? monthOf(from) : from.slice(5),
      ...{ found: found.count, done: done.count, open: open.count },
    }))
    return (palette: Palette) => courseOption(rows, words, palette)
  }, [by, spans, words])
  const title = t(`taskFigures.course.${by}`)
  const head = [t('taskFigures.spanFrom'), t('taskFigures.spanTo'), words.found, words.done, words.open]
  const rows = spans.map(({ from, to, found, done, open }) => [from, to, found.count, done.count, open.count])
  return (
    <Panel title={title}>
      <Chart
        title={title}
        option={option}
        table={{ head, rows, seriesAt: [2, 3, 4] }}
        height={260}
        onMark={(row, series) => {
          const span = spans[row]
          const mark = span && [span.found, span.done, span.open][series]
          if (mark) onOpen(mark.filter)
        }}
      />
    </Panel>
  )
}

function AgeingChart({ figures: { ageing }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const words = useMemo(() => ({ inTime: t('taskFigures.inTime'), overdue: t('taskFigures.overdue') }), [t])
  const option = useMemo(() => {
    const rows = ageing.map(({ bucket, count, overdue }) => ({
      name: t(`taskFigures.ages.${bucket}`),
      inTime: count - overdue.count,
      overdue: overdue.count,
    }))
    return (palette: Palette) => ageingOption(rows, words, palette)
  }, [ageing, words, t])
  const head = [t('taskFigures.age'), t('taskFigures.openNow'), words.overdue]
  const rows = ageing.map(({ bucket, count, overdue }) => [t(`taskFigures.ages.${bucket}`), count, overdue.count])
  return (
    <Panel title={t('taskFigures.ageing')}>
      <Chart
        title={t('taskFigures.ageing')}
        option={option}
        table={{ head, rows, seriesAt: [1, 2] }}
        height={260}
        onMark={(row, series) => {
          const age = ageing[row]
          if (age) onOpen(series === 1 ? age.overdue.filter : age.filter)
        }}
      />
    </Panel>
  )
}

function FixTimeChart({ figures: { timeToFix }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const words = useMemo(() => ({ median: t('taskFigures.median'), p90: t('taskFigures.p90') }), [t])
  const option = useMemo(() => {
    const rows = timeToFix.map(({ severity, count, medianHours, p90Hours }) => ({
      name: t('taskFigures.severityOf', { severity: t(`rectifications.severities.${severity}`), count }),
      median: medianHours,
      p90: p90Hours,
    }))
    return (palette: Palette) => fixTimeOption(rows, words, palette)
  }, [timeToFix, words, t])
  const head = [t('rectifications.columns.severity'), t('taskFigures.done'), words.median, words.p90]
  const rows = timeToFix.map(({ severity, count, medianHours, p90Hours }) => [
    t(`rectifications.severities.${severity}`),
    count,
    medianHours ?? '',
    p90Hours ?? '',
  ])
  return (
    <Panel title={t('taskFigures.timeToFix')}>
      <Chart
        title={t('taskFigures.timeToFix')}
        option={option}
        table={{ head, rows }}
        height={330}
        onMark={(row) => {
          const of = timeToFix[row]
          if (of) onOpen(of.filter)
        }}
      />
    </Panel>
  )
}
