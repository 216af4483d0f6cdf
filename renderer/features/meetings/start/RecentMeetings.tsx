import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../../shared/domain/business-day.ts'
import { formatShortDay, formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { stateTag } from '../meeting-state.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Start.module.css'

const DAYS_BACK = 14
const MOST = 8

/** The latest logs, newest first. */
export function RecentMeetings({ on, onOpen }: { on: string; onOpen: (meeting: string) => void }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const input = { from: addDays(on, -DAYS_BACK), to: addDays(on, -1) }
  const { data } = useQuery(useApi().meetings.list.queryOptions({ input }))
  const meetings = data?.toReversed().slice(0, MOST)
  return (
    <Panel title={t('meetings.start.others')}>
      {meetings?.length === 0 && (
        <EmptyState title={t('meetings.start.othersNone')} text={t('meetings.start.othersNoneText')} />
      )}
      <ul className={styles.recent}>
        {meetings?.map((meeting) => (
          <li key={meeting.uid}>
            <button type="button" onClick={() => onOpen(meeting.uid)}>
              <span className={styles.day}>{formatShortDay(meeting.on, words.language)}</span>
              <span>{words.text(meeting.templateName)}</span>
              <span className="muted">{meeting.host.name}</span>
              <span className="muted">
                {formatTime(meeting.startedAt, zone)}
                {meeting.endedAt !== null && `–${formatTime(meeting.endedAt, zone)}`}
              </span>
              <span className={styles.tags}>
                {meeting.isLate && <StatusTag tone="amber">{t('meetings.late')}</StatusTag>}
                {!meeting.isHeld && <StatusTag tone="amber">{t('meetings.notHeld')}</StatusTag>}
                {meeting.state !== 'signed' && (
                  <StatusTag tone={stateTag(meeting).tone}>{t(stateTag(meeting).key)}</StatusTag>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
