import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import { formatShortDay } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Meetings.module.css'

/** What was said, who has it, and what became of it. */
export function LineText({ line }: { line: MeetingLine }) {
  const t = useTranslate()
  const language = useLanguage()
  const { today } = useSignedIn()
  const { extra, task, dueOn, person } = line
  return (
    <span className={styles.line}>
      <span className={styles.words}>{line.words}</span>
      <span className={styles.facts}>
        {person && <b>{person.name}</b>}
        {dueOn && <span>{t('meetings.open.dueOn', { day: formatShortDay(dueOn, language) })}</span>}
        {dueOn && dueOn < today && line.state === 'open' && <StatusTag tone="red">{t('meetings.open.late')}</StatusTag>}
        {extra?.quiz && (
          <StatusTag tone={extra.quiz.isRight ? 'pine' : 'amber'}>
            {t(extra.quiz.isRight ? 'meetings.line.right' : 'meetings.line.wrong')}
          </StatusTag>
        )}
        {extra?.confirmed && <span>{t('meetings.line.confirmedBy', { count: extra.confirmed.length })}</span>}
        {task && (
          <button type="button" className={styles.link} onClick={() => navigate('/rectifications', { task: task.uid })}>
            {task.no}
          </button>
        )}
        {line.state === 'done' && <StatusTag tone="pine">{t('meetings.open.done')}</StatusTag>}
        {line.state === 'dropped' && (
          <StatusTag>
            {t('meetings.open.drop')} {line.reason}
          </StatusTag>
        )}
      </span>
    </span>
  )
}
