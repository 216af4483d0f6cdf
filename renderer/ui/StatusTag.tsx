import type { ReactNode } from 'react'
import styles from './StatusTag.module.css'

/** pine: good or running; amber: watch; red: somebody must act; blue: a next step; neutral: a plain fact. */
export type Tone = 'pine' | 'amber' | 'red' | 'blue' | 'neutral'

export function StatusTag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
