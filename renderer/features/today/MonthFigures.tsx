import type { OutputOf } from '../../../shared/contract/index.ts'
import type { today } from '../../../shared/contract/today.ts'
import { navigate } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Figure, FigureRow } from '../../ui/Figure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Tone } from '../../ui/StatusTag.tsx'
import { formatRate } from '../patrols/index.ts'

/** The product's own targets; a bank's own replace them once indicators have a screen. */
const TARGET = 0.95

/** The month so far; a click leads to the figures behind. */
export function MonthFigures({ month }: { month: OutputOf<typeof today.overview>['month'] }) {
  const t = useTranslate()
  const { figures, roundsDue, roundsHeld, onTimeRate } = month
  const target = t('today.targetAtLeast', { value: formatRate(TARGET).replace('.0', '') })
  const trends = () => navigate('/patrols', { view: 'trends' })
  return (
    <Panel title={t('today.month')} extra={t('today.figures.rounds', { held: roundsHeld, due: roundsDue })}>
      <FigureRow>
        <Figure
          label={t('today.figures.completion')}
          value={formatRate(figures.completion)}
          target={target}
          tone={toneOf(figures.completion)}
          onOpen={trends}
        />
        <Figure
          label={t('today.figures.passRate')}
          value={formatRate(figures.passRate)}
          target={target}
          tone={toneOf(figures.passRate)}
          onOpen={trends}
        />
        <Figure
          label={t('today.figures.onTime')}
          value={formatRate(onTimeRate)}
          target={onTimeRate === null ? t('today.figures.none') : target}
          tone={toneOf(onTimeRate)}
          onOpen={() => navigate('/rectifications', { group: 'overdue' })}
        />
      </FigureRow>
    </Panel>
  )
}

function toneOf(rate: number | null): Tone {
  return rate !== null && rate < TARGET ? 'amber' : 'neutral'
}
