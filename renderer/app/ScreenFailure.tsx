import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Splash.module.css'
import { useTranslate } from './use-translate.ts'

/** A chunk that did not load needs the page anew; anything else may work on a second rendering. */
export function ScreenFailure({ error, onReopen }: { error: unknown; onReopen: () => void }) {
  const t = useTranslate()
  const isChunk = error instanceof TypeError && /import|fetch/i.test(error.message)
  const text = `${t('errorParts.screenBrokeSafe')} ${t('errorParts.screenBrokeNext')}`
  return (
    <div role="alert">
      <EmptyState
        title={t(isChunk ? 'errorParts.chunkMissing' : 'errorParts.screenBroke')}
        text={text}
        action={
          <button type="button" className={styles.retry} onClick={isChunk ? () => window.location.reload() : onReopen}>
            {t('errorParts.reopen')}
          </button>
        }
      />
    </div>
  )
}
