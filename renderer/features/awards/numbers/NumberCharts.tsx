import { useMemo } from 'react'
import type { AwardFigures } from '../../../../shared/contract/award-figures.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Chart } from '../../../charts/Chart.tsx'
import type { Palette } from '../../../charts/chart-theme.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useAwardWords } from '../use-award-words.ts'
import { kindsOption, monthsOption } from './numbers-option.ts'

export function MonthsChart({ months }: Pick<AwardFigures, 'months'>) {
  const t = useTranslate()
  const words = useMemo(() => ({ thanks: t('awardNumbers.thanks'), awards: t('awardNumbers.awards') }), [t])
  const option = useMemo(() => (palette: Palette) => monthsOption(months, words, palette), [months, words])
  const head = [t('awardNumbers.month'), words.thanks, words.awards]
  const rows = months.map(({ month, thanks, awards }) => [month, thanks, awards])
  return (
    <Panel title={t('awardNumbers.months')}>
      <Chart title={t('awardNumbers.months')} option={option} table={{ head, rows }} />
    </Panel>
  )
}

export function KindsChart({ kinds }: Pick<AwardFigures, 'kinds'>) {
  const t = useTranslate()
  const { kind: nameOf } = useAwardWords()
  const words = useMemo(() => ({ awards: t('awardNumbers.awards') }), [t])
  const named = useMemo(() => kinds.map(({ kind, awards }) => ({ name: nameOf(kind), awards })), [kinds, nameOf])
  const option = useMemo(() => (palette: Palette) => kindsOption(named, words, palette), [named, words])
  const rows = named.map(({ name, awards }) => [name, awards])
  return (
    <Panel title={t('awardNumbers.kinds')}>
      {kinds.length === 0 ? (
        <EmptyState title={t('awardNumbers.noKinds')} />
      ) : (
        <Chart
          title={t('awardNumbers.kinds')}
          option={option}
          table={{ head: [t('awardNumbers.kind'), words.awards], rows }}
        />
      )}
    </Panel>
  )
}
