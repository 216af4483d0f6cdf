import { Button } from 'antd'
import type { ReadingProgress } from '../../../shared/contract/imports.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ImportsScreen.module.css'

/** Rows are counted while they are read and while they are checked; before that the bar only moves. */
export function ReadingFile({
  fileName,
  progress,
  onCancel,
}: {
  fileName: string
  progress: ReadingProgress | undefined
  onCancel: () => void
}) {
  const t = useTranslate()
  const { stage = 'waiting', done = 0, of = 0 } = progress ?? {}
  return (
    <div className={styles.reading}>
      <progress
        aria-label={t('imports.wizard.reading', { name: fileName })}
        {...(of > 0 && { value: done, max: of })}
      />
      <span>
        <span role="status">{t('imports.wizard.reading', { name: fileName })}</span>
        <span className="muted">
          {t(`imports.wizard.stage.${stage}`)} {of > 0 && t('imports.wizard.rowsDone', { done, of })}
        </span>
      </span>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  )
}
