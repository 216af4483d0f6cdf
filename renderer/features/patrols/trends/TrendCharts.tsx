import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { patrols } from '../../../../shared/contract/patrols.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { cumulated, paretoOption } from '../../../charts/pareto-option.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import type { Period } from '../../../ui/period/period.ts'
import { formatRate, monthDay } from '../wording.ts'
import type { Behind } from './AnswersDrawer.tsx'
import { HeatChart } from './HeatChart.tsx'
import styles from './TrendsPage.module.css'
import { dailyOption, roundsOption, zonesOption } from './trend-options.ts'

export type Trends = OutputOf<typeof patrols.trends>

export interface TrendChartProps {
  trends: Trends
  period: Period
  onOpen: (behind: Behind) => void
}

const MOST_ITEMS = 12

export function TrendCharts(props: TrendChartProps) {
  return (
    <div className={styles.charts}>
      <DailyChart {...props} />
      <RoundsChart {...props} />
      <ParetoChart {...props} />
      <ZonesChart {...props} />
      <HeatChart {...props} />
    </div>
  )
}

function useRateWords() {
  const t = useTranslate()
  return useMemo(() => ({ completion: t('trends.completion'), passRate: t('trends.passRate') }), [t])
}

function DailyChart({ trends, onOpen }: TrendChartProps) {
  const t = useTranslate()
  const words = useRateWords()
  const { days } = trends
  const option = useMemo(() => {
    const named = days.map(({ on, figures }) => ({ name: monthDay(on), ...figures }))
    return (palette: Palette) => dailyOption(named, words, palette)
  }, [days, words])
  const rows = days.map(({ on, figures, roundsHeld, roundsDue }) => [
    on,
    formatRate(figures.completion),
    formatRate(figures.passRate),
    t('trends.roundsOf', { held: roundsHeld, due: roundsDue }),
    figures.fail,
  ])
  const head = [t('trends.day'), words.completion, words.passRate, t('trends.rounds'), t('trends.fails')]
  return (
    <Panel title={t('trends.daily')}>
      <Chart
        title={t('trends.daily')}
        option={option}
        table={{ head, rows }}
        onMark={(row) => {
          const on = days[row]?.on
          if (on) onOpen({ title: on, filter: { from: on, to: on } })
        }}
      />
    </Panel>
  )
}

function RoundsChart({ trends, period, onOpen }: TrendChartProps) {
  const t = useTranslate()
  const words = useRateWords()
  const { rounds } = trends
  const option = useMemo(() => {
    const named = rounds.map(({ round, figures }) => ({ name: t(`patrols.rounds.${round}`), ...figures }))
    return (palette: Palette) => roundsOption(named, words, palette)
  }, [rounds, words, t])
  const rows = rounds.map(({ round, figures, roundsHeld, roundsDue }) => [
    t(`patrols.rounds.${round}`),
    formatRate(figures.completion),
    formatRate(figures.passRate),
    t('trends.roundsOf', { held: roundsHeld, due: roundsDue }),
    figures.fail,
  ])
  const head = [t('trends.round'), words.completion, words.passRate, t('trends.rounds'), t('trends.fails')]
  return (
    <Panel title={t('trends.byRound')}>
      <Chart
        title={t('trends.byRound')}
        option={option}
        table={{ head, rows }}
        onMark={(row) => {
          const round = rounds[row]?.round
          if (round) onOpen({ title: t(`patrols.rounds.${round}`), filter: { ...period, round } })
        }}
      />
    </Panel>
  )
}

function ZonesChart({ trends, period, onOpen }: TrendChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const words = useRateWords()
  const { data: checklist } = useQuery(useApi().checklists.current.queryOptions({ input: {} }))
  const zones = useMemo(() => {
    const names = new Map(checklist?.zones.map((zone) => [zone.id, textIn(zone, language)]))
    return trends.zones.map(({ zone, figures }) => ({ zone, name: names.get(zone) ?? zone, figures }))
  }, [trends.zones, checklist, language])
  const option = useMemo(() => {
    const named = zones.map(({ name, figures }) => ({ name, ...figures }))
    return (palette: Palette) => zonesOption(named, words, palette)
  }, [zones, words])
  const rows = zones.map(({ name, figures }) => [
    name,
    formatRate(figures.passRate),
    formatRate(figures.completion),
    figures.due,
    figures.fail,
  ])
  const head = [t('trends.zone'), words.passRate, words.completion, t('trends.due'), t('trends.fails')]
  return (
    <Panel title={t('trends.byZone')}>
      <Chart
        title={t('trends.byZone')}
        option={option}
        table={{ head, rows }}
        height={330}
        onMark={(row) => {
          const of = zones[row]
          if (of) onOpen({ title: of.name, filter: { ...period, zone: of.zone } })
        }}
      />
    </Panel>
  )
}

function ParetoChart({ trends, period, onOpen }: TrendChartProps) {
  const t = useTranslate()
  const language = useLanguage()
  const all = trends.failing.reduce((sum, { fails }) => sum + fails, 0)
  const items = useMemo(
    () =>
      trends.failing
        .filter(({ fails }) => fails > 0)
        .slice(0, MOST_ITEMS)
        .map((one) => ({ ...one, count: one.fails, name: textIn(one, language) })),
    [trends.failing, language],
  )
  const option = useMemo(() => {
    const words = { count: t('trends.fails'), cumulative: t('trends.cumulative') }
    return (palette: Palette) => paretoOption(items, all, words, palette)
  }, [items, all, t])
  const shares = cumulated(items, all)
  const rows = items.map(({ name, fails, fixed }, row) => [name, fails, fixed, `${shares[row]}%`])
  const head = [t('trends.item'), t('trends.fails'), t('trends.fixed'), t('trends.cumulative')]
  if (items.length === 0) {
    return (
      <Panel title={t('trends.pareto')}>
        <EmptyState title={t('trends.noFails')} />
      </Panel>
    )
  }
  return (
    <Panel
      title={t('trends.pareto')}
      extra={<span className="faint">{t('trends.mostShown', { count: items.length })}</span>}
    >
      <Chart
        title={t('trends.pareto')}
        option={option}
        table={{ head, rows }}
        height={330}
        onMark={(row) => {
          const of = items[row]
          if (of) onOpen({ title: of.name, filter: { ...period, item: of.item } })
        }}
      />
    </Panel>
  )
}
