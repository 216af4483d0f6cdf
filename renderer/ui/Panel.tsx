import { type ReactNode, useId } from 'react'
import styles from './Panel.module.css'

export interface PanelProps {
  title?: ReactNode
  /** Beside the title: a count, a tag. */
  aside?: ReactNode
  /** At the right end of the head. */
  extra?: ReactNode
  /** Takes the rest of a column's height and scrolls inside. */
  isFilling?: boolean
  /** As tall as its content; scrolls inside where its column has less room. */
  isFitting?: boolean
  /** Space around the content; off for tables and lists that bring their own. */
  isPadded?: boolean
  className?: string | undefined
  children: ReactNode
}

export function Panel({
  title,
  aside,
  extra,
  isFilling = false,
  isFitting = false,
  isPadded = false,
  className,
  children,
}: PanelProps) {
  const titleId = useId()
  return (
    <section
      className={[styles.panel, className].filter(Boolean).join(' ')}
      data-filling={isFilling || undefined}
      data-fitting={isFitting || undefined}
      aria-labelledby={title ? titleId : undefined}
    >
      {title && (
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {aside}
          {extra && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      <div className={styles.body} data-padded={isPadded || undefined}>
        {children}
      </div>
    </section>
  )
}
