import type { DayPlan } from '../../../shared/contract/patrols.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './DayLine.module.css'
import type { DayStage } from './day-stages.ts'
import { MeetingCell } from './MeetingCell.tsx'
import { RoundCell } from './RoundCell.tsx'

interface DayLineProps {
  day: DayPlan
  stages: readonly DayStage[]
  next: DayStage | undefined
  onOpen: (stage: DayStage) => void
}

/** The day from its first round to its last, with its meetings. */
export function DayLine({ day, stages, next, onOpen }: DayLineProps) {
  const t = useTranslate()
  if (stages.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={t(day.isOpen ? 'today.nothingYet' : 'today.closedToday')}
          text={t(day.isOpen ? 'today.nothingYetText' : 'today.closedTodayText')}
        />
      </Panel>
    )
  }
  return (
    <Panel>
      <ol className={styles.line} aria-label={t('today.dayLine')}>
        {stages.map((stage) => (
          <li key={stage.key}>
            <button
              type="button"
              className={styles.stage}
              data-next={stage.key === next?.key || undefined}
              onClick={() => onOpen(stage)}
            >
              {'patrol' in stage ? <RoundCell patrol={stage.patrol} /> : <MeetingCell meeting={stage.meeting} />}
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
