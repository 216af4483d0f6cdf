import type { RectificationFigures } from '../../../../shared/contract/rectification-figures.ts'
import type { TaskConditions } from '../../../../shared/contract/rectification-lists.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Figure, FigureRow } from '../../../ui/Figure.tsx'
import { Panel } from '../../../ui/Panel.tsx'

const NAMES = ['found', 'done', 'open', 'overdue', 'returnedWithin7', 'returnedWithin180'] as const

export function TotalFigures({
  total,
  onOpen,
}: {
  total: RectificationFigures['total']
  onOpen: (conditions: TaskConditions) => void
}) {
  const t = useTranslate()
  return (
    <Panel>
      <FigureRow>
        {NAMES.map((name) => (
          <Figure
            key={name}
            label={t(`taskFigures.total.${name}`)}
            value={total[name].count}
            tone={name === 'overdue' && total[name].count > 0 ? 'red' : 'neutral'}
            onOpen={() => onOpen(total[name].filter)}
          />
        ))}
      </FigureRow>
    </Panel>
  )
}
