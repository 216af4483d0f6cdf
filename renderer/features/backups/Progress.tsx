import { Button } from 'antd'
import type { BackupProgress } from '../../../shared/contract/backups.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Backups.module.css'

/** Photos are counted; before them the bar only moves. */
export function Progress({
  label,
  progress,
  onCancel,
}: {
  label: string
  progress: BackupProgress | undefined
  onCancel?: () => void
}) {
  const t = useTranslate()
  if (!progress) return null
  const { stage, done, of } = progress
  return (
    <div className={styles.progress}>
      <progress aria-label={label} {...(of > 0 && { value: done, max: of })} />
      <span role="status">
        {label} <span className="muted">{t(`backups.stage.${stage}`, { done, of })}</span>
      </span>
      {onCancel && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
    </div>
  )
}
