import { type KeyboardEvent, useId, useState } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { AnswerValue } from '../../../../shared/contract/patrols.ts'
import { isComposing } from '../../../app/shortcut.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { DraftLine } from '../../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../../ui/drafts/use-draft.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import styles from './NoteBox.module.css'
import { usePhrases } from './use-phrases.ts'
import type { Round } from './use-round.ts'

interface NoteBoxProps {
  round: Round
  item: ChecklistItem
  value: AnswerValue | undefined
  note: string
  /** As the answer has it; a note without an answer waits in this window only. */
  answered: string
  patrolUid: string
  /** "Fixed" that still lacks its words. */
  isDraft: boolean
  isReadOnly: boolean
}

const MOST_LETTERS = 500

/** Alt and a digit takes a phrase; a digit alone is a digit, for many notes begin with the number of a machine. */
export function NoteBox({ round, item, value, note, answered, patrolUid, isDraft, isReadOnly }: NoteBoxProps) {
  const t = useTranslate()
  const id = useId()
  const [text, setText] = useState(note)
  const [isFocused, setFocused] = useState(false)
  const phrases = usePhrases(item, value)
  const { actions, fields } = round
  const unfinished = useDraft({
    id: `round/${patrolUid}/${item.id}`,
    value: text,
    isDirty: !isReadOnly && text.trim() !== answered,
    textOf: (typed) => typed,
    onRestore: setText,
  })

  function save(): void {
    const words = text.trim()
    if (words === note) return
    if (value !== undefined) unfinished.forget()
    actions.describe(item.id, { note: words === '' ? null : words })
  }

  function take(phrase: string): void {
    setText((before) => (before.trim() === '' ? phrase : `${before.trimEnd()}${t('patrols.comma')}${phrase}`))
    fields.note.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (isComposing(event.nativeEvent)) return
    const digit = event.altKey && !event.ctrlKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
    const phrase = digit && phrases[Number(digit) - 1]
    if (phrase) {
      event.preventDefault()
      take(phrase)
    } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      save()
      if (value === 'fixed' && text.trim() === '' && isDraft) return
      actions.advance()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.currentTarget.blur()
    }
  }

  if (isReadOnly && note === '') return null
  return (
    <div className={styles.note}>
      {!isReadOnly && <DraftLine offer={unfinished.offer} />}
      <div className={styles.head}>
        <label htmlFor={id}>{t('patrols.item.note')}</label>
        {isFocused && <span className="faint">{t('patrols.item.noteHint')}</span>}
      </div>
      <textarea
        ref={fields.note}
        id={id}
        rows={2}
        maxLength={MOST_LETTERS}
        value={text}
        readOnly={isReadOnly}
        placeholder={t('patrols.item.notePlaceholder')}
        aria-invalid={isDraft || undefined}
        onChange={(event) => setText(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          save()
        }}
        onKeyDown={onKeyDown}
      />
      {!isReadOnly && phrases.length > 0 && (
        <div className={styles.phrases}>
          {phrases.map((phrase, index) => (
            <button
              key={phrase}
              type="button"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(phrase)}
            >
              {isFocused && <Kbd keys={`Alt+${index + 1}`} />}
              {phrase}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
