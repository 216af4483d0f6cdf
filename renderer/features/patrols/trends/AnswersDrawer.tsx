import { useQuery } from '@tanstack/react-query'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { SideDrawer } from '../../../ui/SideDrawer.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { showRound } from '../use-open-round.ts'
import { ANSWER_TONES } from '../wording.ts'
import styles from './TrendsPage.module.css'
import type { AnswerFilter } from './TrendsPage.tsx'

export interface Behind {
  title: string
  filter: AnswerFilter
}

/** The answers behind a mark, newest first; each leads to its round. */
export function AnswersDrawer({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const { data, error, refetch } = useQuery(useApi().patrols.answers.queryOptions({ input: behind.filter }))
  return (
    <SideDrawer
      open
      title={behind.title}
      size={520}
      onClose={onClose}
      extra={data && <span className="faint">{t('trends.behindCount', { count: data.length })}</span>}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data?.length === 0 && <EmptyState title={t('trends.noAnswers')} text={t('trends.noAnswersText')} />}
      <ul className={styles.answers}>
        {data?.map((answer) => (
          <li key={`${answer.patrolUid}/${answer.item}`}>
            <button
              type="button"
              title={t('trends.openRound')}
              onClick={() => showRound(answer.patrolUid, { item: answer.item })}
            >
              <span className={styles.answerHead}>
                <StatusTag tone={ANSWER_TONES[answer.value]}>{t(`patrols.answers.${answer.value}`)}</StatusTag>
                <b>{textIn(answer, language)}</b>
              </span>
              {answer.note && <span>{answer.note}</span>}
              <span className="faint">
                {answer.on} {t(`patrols.rounds.${answer.round}`)} {answer.by.name} {formatTime(answer.seenAt, zone)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </SideDrawer>
  )
}
