import type { ReactNode } from 'react'
import styles from './Page.module.css'

/** The frame of a screen: its parts one below the other. `isFull`: as high as the window, its parts scroll themselves. */
export function Page({ isFull = false, children }: { isFull?: boolean; children: ReactNode }) {
  return <div className={isFull ? `${styles.page} ${styles.full}` : styles.page}>{children}</div>
}
