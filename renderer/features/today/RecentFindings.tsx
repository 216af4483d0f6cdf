import { useQuery } from '@tanstack/react-query'
import type { FoundAnswer } from '../../../shared/contract/patrols.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { formatTime } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ANSWER_TONES, monthDay, showRound } from '../patrols/index.ts'
import type { LastDay } from './last-day.ts'
import styles from './RecentFindings.module.css'

/** What rounds found on the last day and today, newest first, and which nobody walked: matter for the morning meeting. */
export function RecentFindings({ lastDay }: { lastDay: LastDay }) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const { on: from, missed, handedIn } = lastDay
  const { data } = useQuery({
    ...useApi().patrols.answers.queryOptions({ input: { from, to: today, values: ['fail', 'fixed'] } }),
    refetchOnMount: 'always',
  })
  if (!data) return null
  return (
    <Panel
      title={t('today.findings.title')}
      isFitting
      aside={data.length > 0 && <StatusTag>{data.length}</StatusTag>}
      extra={
        <button type="button" className={styles.more} onClick={() => navigate('/patrols', { view: 'trends' })}>
          {t('patrols.list.trends')}
        </button>
      }
    >
      {missed > 0 && <MissedRounds lastDay={lastDay} />}
      {data.length === 0 && (handedIn > 0 || missed === 0) && (
        <p className={styles.none}>
          {t(handedIn > 0 ? 'today.findings.none' : 'today.findings.notYet', { day: monthDay(from) })}
        </p>
      )}
      {data.length > 0 && (
        <ul className={styles.findings}>
          {data.map((answer) => (
            <li key={`${answer.patrolUid}/${answer.item}`}>
              <Finding answer={answer} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Where nobody looked nothing was found: that is said first, and leads to the rounds of that day. */
function MissedRounds({ lastDay: { on, planned, missed } }: { lastDay: LastDay }) {
  const t = useTranslate()
  const text = missed === planned ? 'today.findings.allMissed' : 'today.findings.someMissed'
  return (
    <p className={styles.missed}>
      <span>{t(text, { day: monthDay(on), planned, missed })}</span>
      <button type="button" className={styles.more} onClick={() => navigate('/patrols', { on })}>
        {t('today.findings.toMissed')}
      </button>
    </p>
  )
}

function Finding({ answer }: { answer: FoundAnswer }) {
  const t = useTranslate()
  const language = useLanguage()
  const { today, zone } = useSignedIn()
  const { on, seenAt, round, value, note, by, item, patrolUid } = answer
  return (
    <button type="button" onClick={() => showRound(patrolUid, { item })}>
      <StatusTag tone={ANSWER_TONES[value]}>{t(`patrols.answers.${value}`)}</StatusTag>
      <span className={styles.what}>
        {textIn(answer, language)}
        {note && <span className="muted">{note}</span>}
      </span>
      <span className="muted">{by.name}</span>
      <span className={styles.when}>
        {on === today ? t('today.tempo.today') : monthDay(on)} {t(`patrols.rounds.${round}`)} {formatTime(seenAt, zone)}
      </span>
    </button>
  )
}
