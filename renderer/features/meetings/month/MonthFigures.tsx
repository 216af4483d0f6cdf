import type { MeetingMonth } from '../../../../shared/contract/meeting-month.ts'
import { formatRate } from '../../../../shared/domain/rate-text.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Figure, FigureRow } from '../../../ui/Figure.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './Month.module.css'

/** The month in five numbers, and what went wrong in a line. */
export function MonthFigures({ month }: { month: MeetingMonth }) {
  const t = useTranslate()
  const { morning, evening, attendanceRate, tasks } = month
  const notes = [
    morning.over > 0 && t('meetingViews.month.over', { count: morning.over }),
    morning.late > 0 && t('meetingViews.month.lateLogs', { count: morning.late }),
    morning.tooFew > 0 && t('meetingViews.month.tooFew', { count: morning.tooFew }),
  ].filter((note) => note !== false)
  return (
    <Panel>
      <FigureRow>
        <Figure
          label={t('meetingViews.month.heldRate')}
          value={formatRate(morning.heldRate)}
          target={t('meetingViews.month.heldOf', { held: morning.held, due: morning.due })}
          tone={morning.missing > 0 ? 'amber' : 'neutral'}
        />
        <Figure
          label={t('meetingViews.month.minutes')}
          value={morning.minutes === null ? '—' : morning.minutes.toFixed(1)}
          target={
            morning.plannedMinutes !== null &&
            t('meetingViews.month.minutesOf', { planned: morning.plannedMinutes.toFixed(1) })
          }
        />
        <Figure label={t('meetingViews.month.attendance')} value={formatRate(attendanceRate)} />
        <Figure
          label={t('meetingViews.month.tasks')}
          value={tasks.ended}
          target={t('meetingViews.month.tasksOf', { made: tasks.made })}
        />
        <Figure label={t('meetingViews.month.evening')} value={evening.held} />
      </FigureRow>
      {notes.length > 0 && (
        <p className={styles.notes}>
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      )}
    </Panel>
  )
}
