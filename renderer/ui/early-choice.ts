/** What a search looks at, in lower case. */
export interface EarlyOption {
  value: string
  words: string
}

/** The option meant by what was typed: the first where Enter was pressed, the only one where the field was just left. */
export function choiceOf(options: readonly EarlyOption[], typed: string, isEntered: boolean): EarlyOption | undefined {
  const words = typed.trim().toLowerCase()
  const [first, second] = words === '' ? [] : options.filter((option) => option.words.includes(words))
  return isEntered || second === undefined ? first : undefined
}
