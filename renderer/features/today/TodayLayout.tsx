import type { ReactNode } from 'react'
import { formatDay, formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import styles from './TodayLayout.module.css'

/** The day as a line across, what waits for me below it, and figures beside. On paper it is the day sheet. */
export function TodayLayout(slots: { header: ReactNode; line: ReactNode; work: ReactNode; side: ReactNode }) {
  const t = useTranslate()
  const language = useLanguage()
  const { outlet, person, today, zone } = useSignedIn()
  return (
    <div className={styles.page}>
      <div className={styles.sheetHead}>
        <span>
          {outlet.name} {formatDay(today, language)}
        </span>
        <span>{t('today.sheet.printed', { name: person.name, at: formatInstant(serviceNow(), zone) })}</span>
      </div>
      {slots.header}
      {slots.line}
      <div className={styles.columns}>
        <div className={styles.work}>{slots.work}</div>
        <div className={styles.side}>{slots.side}</div>
      </div>
      <div className={styles.sheetFoot}>
        <p>{t('today.sheet.notes')}</p>
        <p />
        <p />
        <p />
      </div>
    </div>
  )
}
