import { InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../../ui/Failure.tsx'
import styles from './ImportsScreen.module.css'

const SHEET_MISSING = 'sheetMissing'

/** Where no header was found, saying its row is the way on. */
export function ReviewFailure({
  error,
  onHeaderRow,
  onRetry,
}: {
  error: unknown
  onHeaderRow: (row: number) => void
  onRetry: () => void
}) {
  const t = useTranslate()
  const [row, setRow] = useState<number | null>(null)
  const isMissing = (error as { data?: { reason?: string } } | null)?.data?.reason === SHEET_MISSING
  return (
    <div className={styles.failure}>
      <Failure error={error} onRetry={onRetry} />
      {isMissing && (
        <span className={styles.inline}>
          {t('imports.wizard.headerRow')}
          <InputNumber
            aria-label={t('imports.wizard.headerRow')}
            min={1}
            max={200}
            value={row}
            onChange={setRow}
            onPressEnter={() => row && onHeaderRow(row)}
            onBlur={() => row && onHeaderRow(row)}
          />
        </span>
      )}
    </div>
  )
}
