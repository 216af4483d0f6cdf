import type { DayPlan, PatrolSummary } from '../../../shared/contract/patrols.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { roundTitle, STATE_TONES, windowText } from '../patrols/index.ts'
import styles from './DayLine.module.css'

interface DayLineProps {
  day: DayPlan
  next: PatrolSummary | undefined
  onOpen: (patrol: PatrolSummary) => void
}

/** The day from its first round to its last. */
export function DayLine({ day, next, onOpen }: DayLineProps) {
  const t = useTranslate()
  if (day.patrols.length === 0) {
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
        {day.patrols.map((patrol) => (
          <li key={patrol.uid}>
            <Stage patrol={patrol} isNext={patrol.uid === next?.uid} onOpen={() => onOpen(patrol)} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Stage({ patrol, isNext, onOpen }: { patrol: PatrolSummary; isNext: boolean; onOpen: () => void }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { figures, state, walkedBy, isLateEntry } = patrol
  const done = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  const isOpened = patrol.openedAt !== null
  return (
    <button type="button" className={styles.stage} data-next={isNext || undefined} onClick={onOpen}>
      <span className={styles.when}>
        <span>{windowText(patrol, zone, t)}</span>
        <span>{walkedBy?.name}</span>
      </span>
      <b>{roundTitle(patrol, t)}</b>
      <span className={styles.track}>
        <span style={{ width: `${figures.due > 0 ? (100 * done) / figures.due : 0}%` }} />
      </span>
      <span className={styles.facts}>
        {isOpened && <span>{t('today.stage.answered', { done, due: figures.due })}</span>}
        {figures.fail > 0 && <StatusTag tone="red">{t('today.stage.fails', { count: figures.fail })}</StatusTag>}
        {state !== 'submitted' && state !== 'planned' && (
          <StatusTag tone={STATE_TONES[state]}>{t(`patrols.states.${state}`)}</StatusTag>
        )}
        {isLateEntry && <StatusTag tone="amber">{t('patrols.lateEntry')}</StatusTag>}
        {state === 'planned' && <span className="faint">{t('patrols.states.planned')}</span>}
        {state === 'submitted' && figures.fail === 0 && <span className="faint">{t('today.stage.noFails')}</span>}
      </span>
    </button>
  )
}
