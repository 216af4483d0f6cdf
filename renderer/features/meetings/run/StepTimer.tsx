import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { clockText } from '../clock-text.ts'
import { stepTime } from '../step-time.ts'
import styles from './Run.module.css'

const SECOND_MS = 1_000

interface StepTimerProps {
  secondsBefore: number
  stepBeganAt: number
  minutes: number
  timer: { warnAfterSeconds: number; noteAfterSeconds: number }
}

export function StepTimer(props: StepTimerProps) {
  const t = useTranslate()
  const now = useNow(SECOND_MS)
  const { left, tone } = stepTime(props, now)
  return (
    <div className={styles.timer} data-tone={tone} role="timer">
      {t(left >= 0 ? 'meetings.run.left' : 'meetings.run.over', { time: clockText(Math.abs(left)) })}
      {tone === 'note' && <small>{t('meetings.run.overNoted')}</small>}
    </div>
  )
}
