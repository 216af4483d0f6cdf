import { type ReactNode, useId } from 'react'
import { useTranslate } from '../app/use-translate.ts'
import styles from './Field.module.css'

export interface FieldIds {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  status?: 'error'
}

/** Label above, help or error below. Spread what `children` receives onto the control. */
export function Field({
  label,
  help,
  error,
  isOptional = false,
  children,
}: {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  children: (ids: FieldIds) => ReactNode
}) {
  const t = useTranslate()
  const id = useId()
  const note = error ?? help
  const ids: FieldIds = {
    id,
    ...(note ? { 'aria-describedby': `${id}-note` } : {}),
    ...(error ? { 'aria-invalid': true as const, status: 'error' as const } : {}),
  }
  return (
    <div className={styles.field} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>
        {label} {isOptional && <span className="faint">{t('common.optional')}</span>}
      </label>
      {children(ids)}
      {note && (
        <div id={`${id}-note`} className={error ? styles.error : styles.help} role={error ? 'alert' : undefined}>
          {note}
        </div>
      )}
    </div>
  )
}
