import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { TaskCount } from '../../../../shared/contract/rectification-figures.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { cumulated, paretoOption } from '../../../charts/pareto-option.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useCauseNames } from '../FigureTags.tsx'
import type { FigureChartProps } from './FigureCharts.tsx'

const MOST_ROWS = 12

interface Ranked extends TaskCount {
  name: string
}

export function CausesChart({ figures: { causes, withoutCause }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const { nameOf } = useCauseNames()
  const ranked = causes.map((one) => ({ ...one, name: nameOf(one.cause) }))
  return (
    <RankChart
      title={t('taskFigures.causes')}
      what={t('taskFigures.cause')}
      ranked={ranked}
      extra={
        withoutCause.count > 0 && (
          <Button type="link" size="small" onClick={() => onOpen(withoutCause.filter)}>
            {t('taskFigures.withoutCause', { count: withoutCause.count })}
          </Button>
        )
      }
      onOpen={onOpen}
    />
  )
}

export function ItemsChart({ figures: { items }, onOpen }: FigureChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const ranked = items.map((one) => ({ ...one, name: textIn(one, language) }))
  return (
    <RankChart
      title={t('taskFigures.items')}
      what={t('taskFigures.item')}
      ranked={ranked}
      extra={items.length > MOST_ROWS && <span className="faint">{t('trends.mostShown', { count: MOST_ROWS })}</span>}
      onOpen={onOpen}
    />
  )
}

interface RankChartProps {
  title: string
  what: string
  ranked: readonly Ranked[]
  extra: ReactNode
  onOpen: FigureChartProps['onOpen']
}

function RankChart({ title, what, ranked, extra, onOpen }: RankChartProps) {
  const t = useTranslate()
  const all = ranked.reduce((sum, { count }) => sum + count, 0)
  const key = ranked.map(({ name, count }) => `${name} ${count}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same names and counts are the same marks
  const option = useMemo(() => {
    const words = { count: t('taskFigures.found'), cumulative: t('trends.cumulative') }
    return (palette: Palette) => paretoOption(ranked.slice(0, MOST_ROWS), all, words, palette, palette.pine)
  }, [key, all, t])
  if (ranked.length === 0) {
    return (
      <Panel title={title} extra={extra}>
        <EmptyState title={t('taskFigures.none')} />
      </Panel>
    )
  }
  const shown = ranked.slice(0, MOST_ROWS)
  const shares = cumulated(shown, all)
  return (
    <Panel title={title} extra={extra}>
      <Chart
        title={title}
        option={option}
        table={{
          head: [what, t('taskFigures.found'), t('trends.cumulative')],
          rows: shown.map(({ name, count }, row) => [name, count, `${shares[row]}%`]),
        }}
        height={330}
        onMark={(row) => {
          const of = shown[row]
          if (of) onOpen(of.filter)
        }}
      />
    </Panel>
  )
}
