import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { choiceOf, type EarlyOption, SEARCH_BY_WORDS } from './early-choice.ts'

interface EarlyChoiceProps {
  /** Undefined as long as it is on its way. */
  options: readonly EarlyOption[] | undefined
  onChoose: (value: string) => void
  /** Enter was pressed before there was anything to choose. */
  onKept?: () => void
}

const NONE = { words: '', isEntered: false }

/**
 * For a select that is searched before its list has come: what was typed stays when Enter is pressed or the field is
 * left. Once the list is there, Enter chooses the first option with these words, leaving the field only the single one.
 * Nothing found, or several on leaving: the words stay.
 */
export function useEarlyChoice({ options, onChoose, onKept }: EarlyChoiceProps) {
  const [typed, setTyped] = useState('')
  const [{ words: kept, isEntered }, setKept] = useState(NONE)
  const choose = useEffectEvent((from: NonNullable<typeof options>) => {
    const found = choiceOf(from, kept, isEntered)
    setKept(NONE)
    setTyped(found ? '' : kept)
    if (found) onChoose(found.value)
  })
  useEffect(() => {
    if (options && kept !== '') choose(options)
  }, [options, kept])
  const keep = (isByEnter: boolean) => {
    if (options !== undefined || typed.trim() === '') return
    // Enter moves on, and so leaves the field as well.
    setKept((before) => ({ words: typed, isEntered: isByEnter || (before.words === typed && before.isEntered) }))
  }
  return {
    loading: kept !== '',
    showSearch: {
      searchValue: kept || typed,
      ...SEARCH_BY_WORDS,
      onSearch(search: string) {
        setTyped(search)
        if (search !== '') setKept(NONE)
      },
    },
    onBlur: () => keep(false),
    /** The select leaves the words to whoever holds them. */
    onSelect: () => setTyped(''),
    onInputKeyDown({ key, nativeEvent }: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
      if (key !== 'Enter' || nativeEvent.isComposing || options !== undefined || typed.trim() === '') return
      keep(true)
      onKept?.()
    },
  }
}
