import { Button } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Meetings.module.css'
import type { useAllLines } from './use-all-lines.ts'

/** How many lines there are, and the key to the next of them; nothing once all are shown. */
export function MoreLines({ lines, rest, isLoading, showMore }: ReturnType<typeof useAllLines>) {
  const t = useTranslate()
  if (rest === 0) return null
  return (
    <p className={styles.more}>
      <span className="faint">{t('meetings.open.more', { count: lines.length, total: lines.length + rest })}</span>
      <Button size="small" loading={isLoading} onClick={showMore}>
        {t('meetings.open.showMore')}
      </Button>
    </p>
  )
}
