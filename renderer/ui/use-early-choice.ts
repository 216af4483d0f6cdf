import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'

interface EarlyChoiceProps {
  /** Undefined as long as it is on its way. `words`: what a search looks at, in lower case. */
  options: readonly { value: string; words: string }[] | undefined
  onChoose: (value: string) => void
  /** Enter was pressed before there was anything to choose. */
  onKept?: () => void
}

/**
 * For a select that is searched before its list has come: what was typed stays when Enter is pressed or the field is
 * left, and the first option with these words is chosen once the list is there. Nothing found: the words stay.
 */
export function useEarlyChoice({ options, onChoose, onKept }: EarlyChoiceProps) {
  const [typed, setTyped] = useState('')
  const [kept, setKept] = useState('')
  const choose = useEffectEvent((from: NonNullable<typeof options>) => {
    const words = kept.trim().toLowerCase()
    const found = from.find((option) => option.words.includes(words))
    setKept('')
    setTyped(found ? '' : kept)
    if (found) onChoose(found.value)
  })
  useEffect(() => {
    if (options && kept !== '') choose(options)
  }, [options, kept])
  const keep = () => {
    if (options === undefined && typed.trim() !== '') setKept(typed)
  }
  return {
    loading: kept !== '',
    showSearch: {
      searchValue: kept || typed,
      filterOption: (search: string, option: unknown) =>
        ((option as { words?: string } | undefined)?.words ?? '').includes(search.trim().toLowerCase()),
      onSearch(search: string) {
        setTyped(search)
        if (search !== '') setKept('')
      },
    },
    onBlur: keep,
    /** The select leaves the words to whoever holds them. */
    onSelect: () => setTyped(''),
    onInputKeyDown({ key, nativeEvent }: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
      if (key !== 'Enter' || nativeEvent.isComposing || options !== undefined || typed.trim() === '') return
      keep()
      onKept?.()
    },
  }
}
