import { useTranslate } from '../app/use-translate.ts'
import styles from './LoadingRows.module.css'

const WIDTHS = ['72%', '54%', '81%', '63%', '47%', '76%']

/** Stands where rows will come; shows itself only after a moment, so that fast answers do not flicker. */
export function LoadingRows({ rows = 5 }: { rows?: number }) {
  const t = useTranslate()
  return (
    <div className={styles.rows} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
        <div key={row} className={styles.row}>
          <i style={{ width: WIDTHS[row % WIDTHS.length] }} />
        </div>
      ))}
    </div>
  )
}
