import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { POSTS } from '../../../shared/roles.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import type { WordKind } from './decisions.ts'
import styles from './ImportsScreen.module.css'
import type { ReviewSideProps } from './ReviewSide.tsx'
import { WORD_KINDS, type Word } from './use-known-words.ts'

interface Option {
  value: string
  label: string
  words?: string
}

const WORDS_AT_ONCE = 100
const TEXT = 'text'
const LEAVE_OUT = 'leave-out'

/** Who or what each unknown word stands for, decided once. */
export function WordChoices({ preview, decisions, words, onWord }: ReviewSideProps) {
  const t = useTranslate()
  const options = useWordOptions()
  const [shown, setShown] = useState(WORDS_AT_ONCE)
  const kinds = WORD_KINDS.filter((kind) => words[kind].length > 0)
  if (kinds.length === 0) return <p className="muted">{t('imports.wizard.noProblems')}</p>

  function choose(kind: WordKind, key: string, value: string) {
    const isPlain = value === TEXT || value === LEAVE_OUT || kind === 'posts'
    onWord(kind, key, isPlain ? value : kind === 'people' ? { uid: value } : { id: value })
  }

  return (
    <>
      <p className={styles.hint}>{t('imports.wizard.wordsHint')}</p>
      {kinds.map((kind) => (
        <section key={kind} className={styles.words}>
          <h3>{t(`imports.wizard.${kind}`)}</h3>
          {words[kind].slice(0, shown).map((word) => (
            <OneWord
              key={word.key}
              word={word}
              chosen={chosenOf(decisions[kind]?.[word.key])}
              options={options[kind]}
              isOpen={preview.unknown[kind].some(({ key }) => key === word.key)}
              onChoose={(value) => choose(kind, word.key, value)}
            />
          ))}
          {words[kind].length > shown && (
            <Button size="small" onClick={() => setShown(shown + WORDS_AT_ONCE)}>
              {t('imports.wizard.moreWords', { count: words[kind].length - shown })}
            </Button>
          )}
        </section>
      ))}
    </>
  )
}

function OneWord({
  word,
  chosen,
  options,
  isOpen,
  onChoose,
}: {
  word: Word
  chosen: string | undefined
  options: Option[]
  isOpen: boolean
  onChoose: (value: string) => void
}) {
  const t = useTranslate()
  return (
    <div className={styles.word}>
      <div className={styles.wordHead}>
        <span className={isOpen && chosen === undefined ? styles.wordOpen : undefined}>{word.text}</span>
        <span className="faint">{t('imports.wizard.inRows', { count: word.rowCount })}</span>
      </div>
      <Select
        value={chosen ?? null}
        placeholder={word.nearest ? t('imports.wizard.nearest', { text: word.nearest }) : t('imports.wizard.undecided')}
        aria-label={word.text}
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.label ?? ''} ${(option as Option | undefined)?.words ?? ''}`
              .toLowerCase()
              .includes(typed.trim().toLowerCase()),
        }}
        options={options}
        onChange={(value) => value && onChoose(value)}
      />
    </div>
  )
}

function chosenOf(choice: unknown): string | undefined {
  if (typeof choice === 'string') return choice
  const { uid, id } = Object(choice) as { uid?: string; id?: string }
  return uid ?? id
}

function useWordOptions(): Record<WordKind, Option[]> {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const { data: people = [] } = useQuery(api.people.list.queryOptions({ input: {} }))
  const { data: checklist } = useQuery(api.checklists.current.queryOptions({ input: {} }))
  const leaveOut = { value: LEAVE_OUT, label: t('imports.wizard.leaveOutRows') }
  const either = [{ value: TEXT, label: t('imports.wizard.keepText') }, leaveOut]
  return {
    people: [...either, ...people.map(({ uid, name, pinyin }) => ({ value: uid, label: name, words: pinyin }))],
    items: [...either, ...(checklist?.items ?? []).map((item) => ({ value: item.id, label: textIn(item, language) }))],
    posts: [leaveOut, ...POSTS.map((post) => ({ value: post, label: t(`posts.${post}`) }))],
  }
}
