import { Pagination } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ImportsScreen.module.css'

/** Says which of how many are shown, and turns the page where there is more than one. */
export function Pages({
  from,
  size,
  total,
  label,
  onFrom,
}: {
  from: number
  size: number
  total: number
  label: string
  onFrom: (from: number) => void
}) {
  const t = useTranslate()
  if (total === 0) return null
  return (
    <nav className={styles.pages} aria-label={label}>
      <span className="muted">
        {t('imports.wizard.shownOf', { from: from + 1, to: Math.min(from + size, total), total })}
      </span>
      {total > size && (
        <Pagination
          simple
          size="small"
          current={Math.floor(from / size) + 1}
          pageSize={size}
          total={total}
          showSizeChanger={false}
          onChange={(page) => onFrom((page - 1) * size)}
        />
      )}
    </nav>
  )
}
