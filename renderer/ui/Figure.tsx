import type { ReactNode } from 'react'
import styles from './Figure.module.css'
import type { Tone } from './StatusTag.tsx'

/** One big number with its name and its target. `onOpen` shows the rows behind it. */
export function Figure({
  label,
  value,
  target,
  tone = 'neutral',
  onOpen,
}: {
  label: ReactNode
  value: ReactNode
  target?: ReactNode
  tone?: Tone
  onOpen?: () => void
}) {
  const content = (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value} data-tone={tone}>
        {value}
      </span>
      <span className={styles.target}>{target}</span>
    </>
  )
  return onOpen ? (
    <button type="button" className={styles.figure} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <div className={styles.figure}>{content}</div>
  )
}

/** Figures side by side with hairlines between. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
