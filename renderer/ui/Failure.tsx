import { Button } from 'antd'
import { joinSentences } from '../../shared/messages/join-sentences.ts'
import { useTranslate } from '../app/use-translate.ts'
import { describeError } from '../services/describe-error.ts'
import styles from './Failure.module.css'

/** A failure in a page or a form: what happened, what is safe, what to do next. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslate()
  const { what, safe, next, incident } = describeError(error, t)
  return (
    <div className={styles.failure} role="alert">
      <div>
        <b>{what}</b>
        <div className="muted">
          {joinSentences(safe, next)}{' '}
          {incident && <span className="faint">{t('errorParts.incident', { incident })}</span>}
        </div>
      </div>
      {onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </div>
  )
}
