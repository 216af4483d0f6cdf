import type { ReactNode } from 'react'
import styles from './TodayLayout.module.css'

/** The day as a line across, what waits for me below it, and figures beside. */
export function TodayLayout(slots: { header: ReactNode; line: ReactNode; work: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.page}>
      {slots.header}
      {slots.line}
      <div className={styles.columns}>
        <div className={styles.work}>{slots.work}</div>
        <div className={styles.side}>{slots.side}</div>
      </div>
    </div>
  )
}
