import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { isComposing } from '../../app/shortcut.ts'
import { useTranslate } from '../../app/use-translate.ts'
import type { FieldIds } from '../../ui/Field.tsx'
import styles from './Checklists.module.css'

/** One text per line. Enter adds the next line, Backspace in an empty one removes it. */
export function ListField({
  value,
  onChange,
  addLabel,
  placeholder,
  most,
  ids,
}: {
  value: readonly string[]
  onChange: (lines: string[]) => void
  addLabel: string
  placeholder?: string
  most: number
  ids: FieldIds
}) {
  const t = useTranslate()
  const frame = useRef<HTMLDivElement>(null)
  const lines = value.length === 0 ? [''] : value

  function focusLine(index: number) {
    requestAnimationFrame(() => frame.current?.querySelectorAll('input')[index]?.focus())
  }

  function put(index: number, text: string) {
    onChange(lines.map((line, at) => (at === index ? text : line)))
  }

  function add(after: number) {
    if (lines.length >= most) return
    onChange([...lines.slice(0, after + 1), '', ...lines.slice(after + 1)])
    focusLine(after + 1)
  }

  function remove(index: number) {
    onChange(lines.filter((_, at) => at !== index))
    focusLine(Math.max(0, index - 1))
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add(index)
    } else if (event.key === 'Backspace' && lines[index] === '' && lines.length > 1) {
      event.preventDefault()
      remove(index)
    }
  }

  return (
    <div className={styles.lines} ref={frame}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list
        <div key={index} className={styles.line}>
          <Input
            {...(index === 0 ? ids : { 'aria-label': `${addLabel} ${index + 1}` })}
            autoComplete="off"
            maxLength={100}
            value={line}
            {...(placeholder && index === 0 && { placeholder })}
            onChange={(event) => put(index, event.target.value)}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          {(lines.length > 1 || line !== '') && (
            <Button type="text" aria-label={t('checklists.editor.removeLine')} onClick={() => remove(index)}>
              {'×'}
            </Button>
          )}
        </div>
      ))}
      {lines.length < most && lines.at(-1) !== '' && (
        <span>
          <Button size="small" onClick={() => add(lines.length - 1)}>
            {addLabel}
          </Button>
        </span>
      )}
    </div>
  )
}
