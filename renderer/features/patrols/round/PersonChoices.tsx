import { useEffect, useMemo, useRef } from 'react'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { people } from '../../../../shared/contract/people.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import dialog from './Dialog.module.css'

export interface PersonChoice {
  /** Null: nobody in particular. */
  uid: string | null
  name: string
  post: string
}

/** Those whose name or pinyin holds the words; "nobody" while nothing is typed. */
export function usePersonChoices(all: OutputOf<typeof people.list>, query: string): PersonChoice[] {
  const t = useTranslate()
  return useMemo(() => {
    const wanted = query.trim().toLowerCase()
    const found = all.filter((one) => one.name.toLowerCase().includes(wanted) || one.pinyin.includes(wanted))
    const choices: PersonChoice[] = found.map(({ uid, name, post }) => ({ uid, name, post: t(`posts.${post}`) }))
    return wanted === '' ? [...choices, { uid: null, name: t('patrols.handOff.nobody'), post: '' }] : choices
  }, [all, query, t])
}

interface PersonChoicesProps {
  choices: readonly PersonChoice[]
  at: number
  isLoading: boolean
  onChoose: (at: number) => void
}

export function PersonChoices({ choices, at, isLoading, onChoose }: PersonChoicesProps) {
  const t = useTranslate()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div ref={frame} className={`${dialog.choices} ${dialog.scroll}`} role="radiogroup" tabIndex={-1}>
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useSemanticElements: the field above carries the keyboard
        <button
          key={choice.uid ?? 'nobody'}
          type="button"
          role="radio"
          aria-checked={index === at}
          tabIndex={-1}
          className={dialog.choice}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          {choice.uid && <Avatar name={choice.name} size={24} />}
          {choice.name}
          <span className={`faint ${dialog.mark}`}>{choice.post}</span>
        </button>
      ))}
      {choices.length === 0 && !isLoading && <p className="muted">{t('patrols.handOff.noneFound')}</p>}
    </div>
  )
}
