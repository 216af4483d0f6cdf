import { memo, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { Answer, ItemContext } from '../../../../shared/contract/patrols.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage } from '../../../app/use-translate.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import styles from './ItemRow.module.css'
import { ItemTags } from './ItemTags.tsx'
import type { Round } from './use-round.ts'

interface ItemRowProps {
  round: Round
  item: ChecklistItem
  /** Place in its zone, from one. */
  place: number
  answer: Answer | undefined
  context: ItemContext | undefined
  answerableFrom: number | undefined
  isKnown: boolean
  isReadOnly: boolean
}

/** Renders again only for its own answer, its own wishes and the cursor coming or going. */
export const ItemRow = memo(function ItemRow({
  round,
  item,
  place,
  answer,
  context,
  answerableFrom,
  isKnown,
  isReadOnly,
}: ItemRowProps) {
  const language = useLanguage()
  const { id } = item
  const isCurrent = useStore(round.store, ({ cursor }) => cursor === id)
  const pending = useStore(round.store, (state) => state.pending[id])
  const draft = useStore(round.store, (state) => state.drafts[id])
  const frame = useRef<HTMLLIElement>(null)
  const text = textIn(item, language)

  useEffect(() => {
    if (isCurrent) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  const wished = draft?.value ?? pending?.next?.value ?? pending?.value
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the cursor follows the keys of the whole screen
    <li
      ref={frame}
      className={styles.row}
      data-item={id}
      aria-current={isCurrent || undefined}
      onClick={() => round.actions.moveTo(id)}
    >
      <span className={styles.place}>{place}</span>
      <span className={styles.text}>
        {text}
        <ItemTags {...{ round, item, answer, context, answerableFrom, isKnown }} />
      </span>
      <AnswerButtons
        label={text}
        chosen={wished ?? answer?.value}
        isSaved={wished === undefined}
        isKnown={isKnown}
        isReachable={isCurrent}
        isReadOnly={isReadOnly}
        onChoose={(value) => round.actions.answer(id, value)}
      />
    </li>
  )
})
