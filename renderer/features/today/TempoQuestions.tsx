import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { patrols } from '../../../shared/contract/patrols.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { mayCall } from '../../services/procedure-meta.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { monthDay, roundTitle, showRound } from '../patrols/index.ts'
import styles from './TempoQuestions.module.css'

/** Rounds of today and of the last day before it that nobody can have walked so fast: questions, never verdicts. */
export function TempoQuestions({ from }: { from: string }) {
  const t = useTranslate()
  const { person, today } = useSignedIn()
  const { data } = useQuery({
    ...useApi().patrols.tempoQuestions.queryOptions({ input: { from, to: today } }),
    enabled: mayCall(person.role, 'patrols', 'tempoQuestions'),
  })
  if (!data || data.length === 0) return null
  return (
    <Panel isFitting title={t('today.tempo.title')} extra={<span className="faint">{t('today.tempo.note')}</span>}>
      <ul className={styles.questions}>
        {data.map((question) => (
          <li key={question.patrol.uid}>
            <Question question={question} isToday={question.patrol.on === today} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Questions = OutputOf<typeof patrols.tempoQuestions>

function Question({ question, isToday }: { question: Questions[number]; isToday: boolean }) {
  const t = useTranslate()
  const { patrol, doubt, minutes, plannedMinutes, fastestThirtySeconds } = question
  const reason =
    doubt === 'round'
      ? t('today.tempo.round', { minutes: Math.max(1, Math.round(minutes)), planned: plannedMinutes })
      : t('today.tempo.run', { seconds: Math.max(1, Math.round(fastestThirtySeconds ?? 0)) })
  return (
    <button type="button" onClick={() => showRound(patrol.uid)}>
      <span className={styles.round}>
        {isToday ? t('today.tempo.today') : monthDay(patrol.on)} {roundTitle(patrol, t)}
      </span>
      <span className="muted">{patrol.walkedBy?.name}</span>
      <span className={styles.reason}>{reason}</span>
    </button>
  )
}
