import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './OneTimePin.module.css'

/** Shown exactly once; the service keeps only a hash. */
export function RecoverySheet({ code, onNoted }: { code: string; onNoted: () => void }) {
  const t = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.sheet}>
      <div className={`${styles.paper} print-alone`}>
        <h1 ref={heading} tabIndex={-1} data-autofocus>
          {t('people.recovery.title')}
        </h1>
        <div className={styles.code} data-testid="recovery-code">
          {code}
        </div>
        <p className="muted">{t('people.recovery.text')}</p>
        <p className="muted">{t('people.recovery.replaced')}</p>
      </div>
      <StatusTag tone="amber">{t('people.firstStart.pinOnce')}</StatusTag>
      <div className={styles.foot}>
        <Button onClick={() => window.print()}>{t('people.firstStart.pinPrint')}</Button>
        <Button type="primary" onClick={onNoted}>
          {t('people.firstStart.pinNoted')}
        </Button>
      </div>
    </div>
  )
}
