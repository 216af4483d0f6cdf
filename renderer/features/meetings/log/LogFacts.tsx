import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { clockText } from '../clock-text.ts'
import { quorumText } from '../quorum-text.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Log.module.css'

/** Who, when, how long each step took, and its main points. */
export function LogFacts({ meeting }: { meeting: Meeting }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const { zone } = useSignedIn()
  const { host, recorder, startedAt, endedAt } = meeting.meeting
  const away = meeting.attendance.filter(({ state }) => state !== 'present')
  const facts = [
    [t('meetings.log.template'), words.text(meeting.template.name)],
    [t('meetings.log.host'), host.name],
    [t('meetings.log.recorder'), recorder?.name ?? '—'],
    [t('meetings.log.time'), `${formatTime(startedAt, zone)} – ${endedAt === null ? '…' : formatTime(endedAt, zone)}`],
    [t('meetings.log.attendance'), quorumText(meeting, t)],
  ]
  return (
    <Panel title={t('meetings.log.facts')} isPadded>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {away.length > 0 && (
        <ul className={styles.away}>
          {away.map(({ person, state, reason, coveredBy }) => (
            <li key={person.uid}>
              <b>{person.name}</b> {t(`meetings.roll.${state}`)}
              {reason && ` · ${reason}`}
              {coveredBy && ` · ${t('meetings.roster.covered', { name: coveredBy.name })}`}
            </li>
          ))}
        </ul>
      )}
      <ol className={styles.steps}>
        {meeting.steps.map(({ position, seconds, isOver, note }) => {
          const step = meeting.template.steps[position]
          return (
            <li key={position}>
              <span className={styles.stepName}>{step ? words.text(step.name) : ''}</span>
              <span className="faint">
                {seconds > 0 ? clockText(seconds) : '—'}
                {' / '}
                {clockText((step?.minutes ?? 0) * 60)}
              </span>
              {isOver && <StatusTag tone="red">{t('meetings.log.over')}</StatusTag>}
              {note && <p>{note}</p>}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
