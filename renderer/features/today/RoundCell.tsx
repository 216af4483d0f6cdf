import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { roundTitle, STATE_TONES, windowText } from '../patrols/index.ts'
import styles from './DayLine.module.css'

/** A round on the day line: window, who walks, how far, what failed. */
export function RoundCell({ patrol }: { patrol: PatrolSummary }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { figures, state, walkedBy, isLateEntry } = patrol
  const done = figures.pass + figures.fixed + figures.fail + figures.na + figures.notSeen
  const isOpened = patrol.openedAt !== null
  return (
    <>
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
    </>
  )
}
