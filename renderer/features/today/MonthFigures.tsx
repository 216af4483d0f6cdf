import type { OutputOf } from '../../../shared/contract/index.ts'
import type { today } from '../../../shared/contract/today.ts'
import { navigate } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Figure, FigureRow } from '../../ui/Figure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { formatRate } from '../patrols/index.ts'

/** The product's own targets; a bank's own replace them once indicators have a screen. */
const TARGET = 0.95

/** The month so far, each rate with the fraction that it is; a click leads to the figures behind. */
export function MonthFigures({ month }: { month: OutputOf<typeof today.overview>['month'] }) {
  const t = useTranslate()
  const { figures, onTime } = month
  const { due, pass, fixed, fail, na, notSeen } = figures
  const trends = () => navigate('/patrols', { view: 'trends' })
  const overdue = () => navigate('/rectifications', { group: 'overdue' })
  const rates = [
    { key: 'completion', part: pass + fixed + fail + na + notSeen, of: due, onOpen: trends },
    { key: 'passRate', part: pass + fixed, of: pass + fixed + fail, onOpen: trends },
    { key: 'onTime', part: onTime.done, of: onTime.of, onOpen: overdue },
  ] as const
  return (
    <Panel title={t('today.month')} extra={t('today.figures.target', { value: formatRate(TARGET).replace('.0', '') })}>
      <FigureRow>
        {rates.map(({ key, part, of, onOpen }) => (
          <Figure
            key={key}
            label={t(`today.figures.${key}`)}
            value={formatRate(of > 0 ? part / of : null)}
            target={of > 0 ? t('today.figures.fraction', { part, of }) : t('today.figures.none')}
            tone={of > 0 && part / of < TARGET ? 'amber' : 'neutral'}
            onOpen={onOpen}
          />
        ))}
      </FigureRow>
    </Panel>
  )
}
