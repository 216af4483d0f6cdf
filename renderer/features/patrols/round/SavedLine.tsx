import type { Answer } from '../../../../shared/contract/patrols.ts'
import { joinSentences } from '../../../../shared/messages/join-sentences.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeError } from '../../../services/describe-error.ts'
import { formatSeconds } from '../wording.ts'
import styles from './ItemPanel.module.css'
import type { Draft, Pending } from './round-store.ts'

interface SavedLineProps {
  pending: Pending | undefined
  draft: Draft | undefined
  answer: Answer | undefined
}

/** Says "saved" only for what the service has answered. */
export function SavedLine({ pending, draft, answer }: SavedLineProps) {
  const t = useTranslate()
  const { zone, person } = useSignedIn()
  if (pending?.state === 'refused') {
    const { what, next } = describeError(pending.error, t)
    return (
      <p className={styles.refused} role="alert">
        {t('patrols.item.refused')}: {joinSentences(what, next)}
      </p>
    )
  }
  if (pending) {
    const isWaiting = pending.state === 'waiting'
    return (
      <p className={isWaiting ? styles.refused : styles.saved} role="status">
        {t(isWaiting ? 'patrols.item.waiting' : 'patrols.item.pending')}
      </p>
    )
  }
  if (draft?.value === 'fixed') return <p className={styles.saved}>{t('patrols.item.fixedNeeds')}</p>
  if (!answer) return <p className={styles.saved}>{t('patrols.item.notAnswered')}</p>
  const isLate = answer.enteredAt - answer.seenAt > 60_000
  const time = formatSeconds(answer.enteredAt, zone)
  return (
    <p className={styles.saved} role="status">
      {answer.by.uid === person.uid
        ? t('patrols.item.saved', { time })
        : t('patrols.item.savedBy', { name: answer.by.name, time })}
      {answer.changes > 0 && <span>{t('patrols.item.changes', { count: answer.changes })}</span>}
      {isLate && (
        <span>
          {t('patrols.item.seenAt', {
            seen: formatTime(answer.seenAt, zone),
            entered: formatTime(answer.enteredAt, zone),
          })}
        </span>
      )}
    </p>
  )
}
