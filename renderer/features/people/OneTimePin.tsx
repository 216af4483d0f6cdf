import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './OneTimePin.module.css'

/** Shown exactly once; the service keeps only a hash. The heading has the focus, so that a second Enter dismisses nothing. */
export function OneTimePin({
  name,
  pin,
  text,
  onNoted,
}: {
  name: string
  pin: string
  text: string
  onNoted: () => void
}) {
  const t = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.sheet}>
      <div className={`${styles.paper} print-alone`}>
        <h1 ref={heading} tabIndex={-1} data-autofocus>
          {t('people.firstStart.pinTitle', { name })}
        </h1>
        <div className={styles.pin} data-testid="one-time-pin">
          {pin}
        </div>
        <p className="muted">{text}</p>
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
