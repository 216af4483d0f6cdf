import type { ReactNode } from 'react'
import styles from './WordCard.module.css'

interface WordCardProps {
  head: ReactNode
  words: string
  /** Who withdrew it and why, in a sentence; its words are struck through then. */
  withdrawn: string | null
  foot: ReactNode
}

/** Words that somebody said of somebody, one card of a list. */
export function WordCard({ head, words, withdrawn, foot }: WordCardProps) {
  return (
    <li className={styles.card} data-withdrawn={withdrawn !== null || undefined}>
      <div className={styles.head}>{head}</div>
      <p className={styles.words}>{words}</p>
      {withdrawn !== null && <p className={styles.trail}>{withdrawn}</p>}
      <div className={styles.foot}>{foot}</div>
    </li>
  )
}

/** What rests until the pointer or the focus is on the card. */
export function RestingOnCard({ children }: { children: ReactNode }) {
  return <span className={styles.resting}>{children}</span>
}

interface WordCardsProps {
  label: string
  children: ReactNode
}

export function WordCards({ label, children }: WordCardsProps) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {children}
    </ul>
  )
}
