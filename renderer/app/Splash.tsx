import styles from './Splash.module.css'
import { useTranslate } from './use-translate.ts'

export type SplashStage = 'connecting' | 'failed' | 'refused'

/** Stands alone: while the window connects, and when it cannot. */
export function Splash({ stage, onRetry }: { stage: SplashStage; onRetry?: () => void }) {
  const t = useTranslate()
  return (
    <main className={styles.splash} data-stage={stage}>
      <div className={styles.brand}>{t('common.appName')}</div>
      {stage === 'connecting' ? (
        <p role="status">{t('shell.connecting')}</p>
      ) : (
        <div role="alert">
          <h1>{t(stage === 'refused' ? 'shell.refusedTitle' : 'shell.failedTitle')}</h1>
          <p>{t(stage === 'refused' ? 'shell.refusedText' : 'shell.failedText')}</p>
          {stage === 'failed' && onRetry && (
            <button type="button" className={styles.retry} onClick={onRetry}>
              {t('common.retry')}
            </button>
          )}
        </div>
      )}
    </main>
  )
}
