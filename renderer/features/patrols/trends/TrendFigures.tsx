import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { patrols } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Figure, FigureRow } from '../../../ui/Figure.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { formatRate } from '../wording.ts'

export function TrendFigures({ total }: { total: OutputOf<typeof patrols.trends>['total'] }) {
  const t = useTranslate()
  const { figures, roundsDue, roundsHeld, lateRounds } = total
  return (
    <Panel>
      <FigureRow>
        <Figure label={t('trends.completion')} value={formatRate(figures.completion)} />
        <Figure label={t('trends.passRate')} value={formatRate(figures.passRate)} />
        <Figure label={t('trends.rounds')} value={t('trends.roundsOf', { held: roundsHeld, due: roundsDue })} />
        <Figure label={t('trends.lateRounds')} value={lateRounds} />
        <Figure label={t('trends.fails')} value={figures.fail} />
        <Figure label={t('trends.fixed')} value={figures.fixed} />
        <Figure label={t('trends.notSeenRate')} value={formatRate(figures.notSeenRate)} />
      </FigureRow>
    </Panel>
  )
}
