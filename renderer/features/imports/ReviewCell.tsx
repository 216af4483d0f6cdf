import { isComposing } from '../../app/shortcut.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './ReviewTable.module.css'

interface ReviewCellProps {
  /** Row and column, for the cursor. */
  place: string
  row: number
  header: string
  field: string | null
  original: string
  fix: string | undefined
  tone: 'red' | 'amber' | undefined
  note: string | undefined
  isEditable: boolean
  isEdited: boolean
  isReachable: boolean
  onEdit: () => void
  /** Without a text: nothing changed. */
  onLeave: (text?: string) => void
}

export function ReviewCell(props: ReviewCellProps) {
  const t = useTranslate()
  const { place, row, header, field, original, fix, tone, note, isEditable, isEdited, onEdit, onLeave } = props
  const text = fix ?? original
  const changed = fix === undefined ? undefined : t('imports.wizard.fixed', { value: original })
  if (isEdited) {
    return (
      <td className={styles.editing}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the cell was opened to be written in
          autoFocus
          defaultValue={text}
          aria-label={t('imports.wizard.edit', { row, column: header })}
          onFocus={(event) => event.target.select()}
          onBlur={(event) => onLeave(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return
            if (event.key === 'Enter' || event.key === 'Tab') {
              event.preventDefault()
              onLeave(event.currentTarget.value)
            }
            if (event.key === 'Escape') onLeave()
            event.stopPropagation()
          }}
        />
      </td>
    )
  }
  return (
    <td
      data-place={isEditable ? place : undefined}
      data-field={field ?? undefined}
      tabIndex={isEditable ? (props.isReachable ? 0 : -1) : undefined}
      data-tone={tone}
      data-fixed={changed ? true : undefined}
      data-ignored={!isEditable || undefined}
      title={[changed, note].filter(Boolean).join('\n') || (text.length > 16 ? text : undefined)}
      onDoubleClick={isEditable ? onEdit : undefined}
    >
      <span className={styles.text}>{text}</span>
      {note && <span className="visually-hidden">{note}</span>}
    </td>
  )
}
