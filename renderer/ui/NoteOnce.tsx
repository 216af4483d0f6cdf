import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslate } from '../app/use-translate.ts'
import styles from './NoteOnce.module.css'
import { StatusTag } from './StatusTag.tsx'

/**
 * A secret shown exactly once, to be printed or noted; the service keeps only a hash. The heading has the focus, so that
 * a second Enter dismisses nothing.
 */
export function NoteOnce({ title, children, onNoted }: { title: string; children: ReactNode; onNoted: () => void }) {
  const t = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.sheet}>
      <div className={`${styles.paper} print-alone`}>
        <h1 ref={heading} tabIndex={-1} data-autofocus>
          {title}
        </h1>
        {children}
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
