import type { MeetingStage } from '../../../shared/contract/today.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatTime } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { StatusTag, type Tone } from '../../ui/StatusTag.tsx'
import styles from './DayLine.module.css'

const TONES: Readonly<Record<MeetingStage['state'], Tone>> = {
  planned: 'neutral',
  due: 'blue',
  late: 'red',
  missing: 'red',
  running: 'pine',
  draft: 'amber',
  signed: 'pine',
  'not-held': 'amber',
  explained: 'neutral',
}

const WITHOUT_ROLL_CALL: readonly MeetingStage['state'][] = ['planned', 'missing', 'explained']

/** A meeting on the day line: when, who hosts, how many are there, what comes back. */
export function MeetingCell({ meeting }: { meeting: MeetingStage }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const { kind, state, host, name, isCalled, present, due, returning, returningLate, reason, windowStart } = meeting
  const hasRollCall = kind === 'morning' && !WITHOUT_ROLL_CALL.includes(state)
  return (
    <>
      <span className={styles.when}>
        <span>{formatTime(windowStart, zone)}</span>
        <span>{host && t('today.meeting.host', { name: host.name })}</span>
      </span>
      <b>{textIn(name, language)}</b>
      <span className={styles.facts}>
        {hasRollCall && (
          <span className={isCalled ? undefined : 'faint'}>
            {isCalled ? t('today.meeting.present', { present, due }) : t('today.meeting.notCalled')}
          </span>
        )}
        {state === 'planned' ? (
          <span className="faint">{t('today.meeting.states.planned')}</span>
        ) : (
          <StatusTag tone={TONES[state]}>{t(`today.meeting.states.${state}`)}</StatusTag>
        )}
        {returningLate > 0 ? (
          <StatusTag tone="red">
            {t('today.meeting.returningLate', { count: returning, late: returningLate })}
          </StatusTag>
        ) : (
          returning > 0 && <span className="faint">{t('today.meeting.returning', { count: returning })}</span>
        )}
        {reason && <span className="faint">{reason}</span>}
      </span>
    </>
  )
}
