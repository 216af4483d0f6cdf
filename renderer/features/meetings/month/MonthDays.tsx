import type { MeetingMonth } from '../../../../shared/contract/meeting-month.ts'
import type { MeetingSummary } from '../../../../shared/contract/meetings.ts'
import { minutesHeld } from '../../../../shared/domain/meeting-rules.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatShortDay, formatWeekday } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { stateTag } from '../meeting-state.ts'
import styles from './Month.module.css'

/** Open days up to today, newest first; a day without a record says so. */
export function MonthDays({ days }: Pick<MeetingMonth, 'days'>) {
  const t = useTranslate()
  const language = useLanguage()
  const shown = days
    .filter(({ isDue, meetings, reason }) => meetings.length > 0 || reason !== null || isDue)
    .toReversed()
  return (
    <ul className={styles.days}>
      {shown.map(({ on, isDue, meetings, reason }) => (
        <li key={on}>
          <span className="muted">
            {formatShortDay(on, language)} {formatWeekday(on, language)}
          </span>
          <div>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.uid} meeting={meeting} />
            ))}
            {!meetings.some(({ kind }) => kind === 'morning') &&
              (reason !== null ? (
                <span className={styles.reason}>{t('meetingViews.month.explained', { reason })}</span>
              ) : (
                isDue && <span className={styles.missing}>{t('meetingViews.month.missing')}</span>
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const t = useTranslate()
  const language = useLanguage()
  const { uid, templateName, host, startedAt, endedAt } = meeting
  const state = stateTag(meeting)
  return (
    <button
      type="button"
      className={styles.meeting}
      onClick={() => navigate('/meetings', { view: 'minutes', meeting: uid })}
    >
      <span>{textIn(templateName, language)}</span>
      <span className="muted">{host.name}</span>
      <span className="muted">
        {endedAt !== null && t('meetingViews.month.minutesShort', { count: minutesHeld(startedAt, endedAt) })}
      </span>
      <span>
        {meeting.isHeld ? (
          <StatusTag tone={state.tone}>{t(state.key)}</StatusTag>
        ) : (
          <StatusTag tone="amber">{t('meetings.notHeld')}</StatusTag>
        )}
      </span>
    </button>
  )
}
