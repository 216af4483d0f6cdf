import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import type { CaptureRule } from '../capture-rule.ts'
import { LineText } from '../LineText.tsx'
import { MoreLines } from '../MoreLines.tsx'
import { useAllLines } from '../use-all-lines.ts'
import { useMeetingWords } from '../use-meeting-words.ts'
import styles from './Log.module.css'

/** Everything said in the meeting by its kind, and what came back, open or ended in it. */
export function LogLines({ meeting, rules }: { meeting: Meeting; rules: readonly CaptureRule[] }) {
  const t = useTranslate()
  const words = useMeetingWords()
  const kinds = rules
    .map((rule) => ({ rule, lines: meeting.lines.filter(({ capture }) => capture === rule.id) }))
    .filter(({ lines }) => lines.length > 0)
  const all = useAllLines(meeting.meeting.uid, meeting.returned, meeting.returnedCount)
  const ended = all.lines.filter(({ state }) => state === 'done' || state === 'dropped')
  const open = all.lines.filter(({ state }) => state === 'open')
  if (kinds.length + meeting.pairs.length + meeting.returned.length === 0) {
    return (
      <Panel title={t('meetings.log.lines')} isPadded>
        <p className="faint">{t('meetings.log.noLines')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('meetings.log.lines')} isPadded>
      {kinds.map(({ rule, lines }) => (
        <section key={rule.id} className={styles.kind}>
          <h3>{words.text(rule.name)}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line.uid}>
                <LineText line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {meeting.pairs.length > 0 && (
        <section className={styles.kind}>
          <h3>{t('meetings.pairs.title')}</h3>
          <ul>
            {meeting.pairs.map(({ a, b, fixed }) => (
              <li key={`${a.uid}/${b.uid}`}>
                {a.name} · {b.name} <span className="faint">{fixed ?? t('meetingViews.allWell')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section className={styles.kind}>
          <h3>{t('meetings.open.stillOpen')}</h3>
          <ul>
            {open.map((line) => (
              <li key={line.uid}>
                <LineText line={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section className={styles.kind}>
          <h3>{t('meetings.open.ended')}</h3>
          <ul>
            {ended.map((line) => (
              <li key={line.uid}>
                <LineText line={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <MoreLines {...all} />
    </Panel>
  )
}
