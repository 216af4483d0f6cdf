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
import styles from './RecentFindings.module.css'

interface RecentFindingsProps {
  /** The last day with rounds before today. */
  from: string
}

/** What rounds found on the last day and today, newest first: matter for the morning meeting. */
export function RecentFindings({ from }: RecentFindingsProps) {
  const t = useTranslate()
  const { today } = useSignedIn()
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
      {data.length === 0 ? (
        <p className={styles.none}>{t('today.findings.none', { day: monthDay(from) })}</p>
      ) : (
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
