import { Button } from 'antd'
import { useState } from 'react'
import type { Diagnosis } from '../../shared/desktop-api.ts'
import { DEFAULT_ZONE } from '../../shared/domain/business-day.ts'
import type { Translate } from '../../shared/messages/message-key.ts'
import { startServiceAgain } from '../services/shell-diagnosis.ts'
import styles from './Diagnosis.module.css'
import { formatInstant } from './formats.ts'
import { useTranslate } from './use-translate.ts'

/** In place of everything else once the desktop shell no longer restarts the service by itself. */
export function DiagnosisPage({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useTranslate()
  const facts = factsOf(diagnosis, t)
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(facts).then(() => setCopied(true))
  return (
    <main className={styles.page} role="alert">
      <h1>{t('shell.stopped.title')}</h1>
      <p>{t('shell.stopped.what')}</p>
      <p>{t('shell.stopped.safe')}</p>
      <p>{t('shell.stopped.next')}</p>
      <div className={styles.actions}>
        <Button type="primary" onClick={startServiceAgain}>
          {t('shell.stopped.again')}
        </Button>
        <Button onClick={copy}>{t(isCopied ? 'shell.stopped.copied' : 'shell.stopped.copy')}</Button>
        <Button onClick={() => window.chenxunDesktop?.quit()}>{t('shell.stopped.quit')}</Button>
      </div>
      <pre className={styles.facts}>{facts}</pre>
    </main>
  )
}

function factsOf({ deaths, logFolder, versions }: Diagnosis, t: Translate): string {
  return [
    t('shell.stopped.deaths'),
    ...deaths.map(({ at, code }) => `  ${t('shell.stopped.death', { at: toTheSecond(at), code })}`),
    `${t('shell.stopped.logs')}  ${logFolder}`,
    `${t('shell.stopped.versions')}  ${Object.entries(versions)
      .map((one) => one.join(' '))
      .join(', ')}`,
  ].join('\n')
}

function toTheSecond(at: number): string {
  const seconds = Math.floor(at / 1_000) % 60
  return `${formatInstant(at, DEFAULT_ZONE)}:${String(seconds).padStart(2, '0')}`
}
