import type { ReactNode } from 'react'
import styles from './Moods.module.css'

const CLOUD = 'M7 18h9.5a3.5 3.5 0 0 0 .4-7 5 5 0 0 0-9.6-1.2A4.2 4.2 0 0 0 7 18Z'
const RAYS = 'M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4'

const SHAPES: Record<number, ReactNode> = {
  5: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d={RAYS} />
    </>
  ),
  4: (
    <>
      <path d="M8 4v1.5M3.5 8.5H5M4.8 5.3l1 1M11.2 5.3l-1 1" />
      <path d="M5.6 10.6A3 3 0 0 1 10.3 7" />
      <path d={CLOUD} />
    </>
  ),
  3: <path d={CLOUD} />,
  2: (
    <>
      <path d={CLOUD} transform="translate(0 -3)" />
      <path d="M8.5 18.5 7.5 21M12.5 18.5l-1 2.5M16.5 18.5l-1 2.5" />
    </>
  ),
  1: (
    <>
      <path d={CLOUD} transform="translate(0 -3)" />
      <path d="m12.5 14-2.5 4h4l-2.5 4" />
    </>
  ),
}

/** 5 sunny … 1 stormy. The word stands beside it or in the name of what holds it. */
export function MoodGlyph({ level, size = 24 }: { level: number; size?: number }) {
  return (
    <svg className={styles.glyph} data-level={level} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[level]}
    </svg>
  )
}
