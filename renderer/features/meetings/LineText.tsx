import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import { type Holder, holdersOf } from '../../../shared/domain/decided-line.ts'
import { formatShortDay } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Meetings.module.css'
import { isStillOpen } from './meeting-state.ts'
import { useMeetingWords } from './use-meeting-words.ts'

/** What was said, who has it, and what became of it. */
export function LineText({ line }: { line: MeetingLine }) {
  const t = useTranslate()
  const language = useLanguage()
  const words = useMeetingWords()
  const { today, zone } = useSignedIn()
  const { extra, task, card, people } = line
  const { said, now } = holdersOf(line, zone)
  const nameOf = ({ name, queue }: Holder) => name ?? (queue ? t(`checklists.owner.${queue}`) : null)
  const owner = nameOf(said)
  const { dueOn } = said
  const isOpen = isStillOpen(line)
  const known = people.filter(({ role }) => role === null).map(({ name }) => name)
  return (
    <span className={styles.line}>
      <span className={styles.words}>{line.words}</span>
      <span className={styles.facts}>
        {card && <span>{t('meetings.line.ofCard', { card: words.text(card) })}</span>}
        {people.flatMap(({ name, role }) =>
          role ? [<span key={name}>{t('meetings.line.played', { name, role })}</span>] : [],
        )}
        {owner && owner !== line.words && <b>{owner}</b>}
        {dueOn && <span>{t('meetings.open.dueOn', { day: formatShortDay(dueOn, language) })}</span>}
        {isOpen && dueOn && dueOn < today && <StatusTag tone="red">{t('meetings.open.late')}</StatusTag>}
        {extra?.quiz && (
          <StatusTag tone={extra.quiz.isRight ? 'pine' : 'amber'}>
            {t(extra.quiz.isRight ? 'meetings.line.right' : 'meetings.line.wrong')}
          </StatusTag>
        )}
        {known.length > 0 && (
          <span title={known.join(' ')}>{t('meetings.line.confirmedBy', { count: known.length })}</span>
        )}
        {task && (
          <button type="button" className={styles.link} onClick={() => navigate('/rectifications', { task: task.uid })}>
            {task.no}
          </button>
        )}
        {now && (now.name !== said.name || now.queue !== said.queue) && (
          <StatusTag tone="blue">
            {t('meetings.line.nowWith', { owner: nameOf(now) ?? t('meetings.line.nobody') })}
          </StatusTag>
        )}
        {now?.dueOn && now.dueOn !== dueOn && (
          <StatusTag tone="blue">{t('meetings.line.nowDue', { day: formatShortDay(now.dueOn, language) })}</StatusTag>
        )}
        {task?.isEnded && <StatusTag tone="pine">{t('meetings.line.taskEnded')}</StatusTag>}
        {line.state === 'open' && line.endedAt !== null && <StatusTag>{t('meetings.open.endedSince')}</StatusTag>}
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
