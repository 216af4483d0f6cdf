import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

/** The one `h1` of a screen, a line of context, and its actions at the right. */
export function PageHeader({ title, lead, actions }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      {lead && <span className={styles.lead}>{lead}</span>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
