import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import styles from './ItemPanel.module.css'
import { parseReading, readingWords } from './reading-words.ts'
import type { RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'

interface ReadingFieldProps {
  round: Round
  book: RoundBook
  item: ChecklistItem
  value: number | null
  isReadOnly: boolean
}

/** The measured number with its limits; one that breaks them cannot pass and offers "fail" instead. */
export function ReadingField({ round, book, item, value, isReadOnly }: ReadingFieldProps) {
  const t = useTranslate()
  const language = useLanguage()
  const id = useId()
  const [text, setText] = useState(value === null ? '' : String(value))
  const isProblem = useStore(round.store, ({ readingProblem }) => readingProblem === item.id)
  const failKey = useRef<HTMLButtonElement>(null)
  const { reading } = item

  useEffect(() => {
    if (isProblem) failKey.current?.focus()
  }, [isProblem])

  if (!reading) return null
  const { label, unit, limits } = readingWords(reading, book.sheet.parameters, language, t)
  const parsed = parseReading(text)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (parsed === null || Number.isFinite(parsed)) round.actions.enterReading(item.id, parsed)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.currentTarget.blur()
    }
  }

  return (
    <div className={styles.reading}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.readingField}>
        <input
          ref={round.fields.reading}
          id={id}
          inputMode="decimal"
          autoComplete="off"
          readOnly={isReadOnly}
          value={text}
          aria-invalid={isProblem || (parsed !== null && !Number.isFinite(parsed)) || undefined}
          aria-describedby={`${id}-limits`}
          onChange={(event) => {
            setText(event.target.value)
            round.store.setState({ readingProblem: undefined })
          }}
          onKeyDown={onKeyDown}
        />
        <span>{unit}</span>
        <span id={`${id}-limits`} className="faint">
          {limits}
        </span>
      </div>
      {isProblem && (
        <div className={styles.outOfLimits} role="alert">
          <span>{t('patrols.item.outOfLimits', { value: text, unit })}</span>
          <Button ref={failKey} size="small" danger onClick={() => round.actions.answer(item.id, 'fail')}>
            {t('patrols.item.recordFail')} <Kbd keys="3" />
          </Button>
        </div>
      )}
      {!isProblem && !isReadOnly && <span className="faint">{t('patrols.item.readingHint')}</span>}
    </div>
  )
}
