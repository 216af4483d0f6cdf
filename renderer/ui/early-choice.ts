/** What a search looks at, in lower case. */
export interface EarlyOption {
  value: string
  words: string
}

/** Whose words begin with what was typed come before those that only hold it: `qs` means 齐山 before 何秋实. */
function compareFound(one: object, other: object, typed: string): number {
  const start = typed.trim().toLowerCase()
  const isBegun = (option: Partial<EarlyOption>) => option.words?.split(' ').some((word) => word.startsWith(start))
  return Number(isBegun(other) ?? false) - Number(isBegun(one) ?? false)
}

/** For a select whose options are found by their words. */
export const SEARCH_BY_WORDS = {
  filterOption: (typed: string, option: unknown) =>
    ((option as Partial<EarlyOption> | undefined)?.words ?? '').includes(typed.trim().toLowerCase()),
  filterSort: (one: object, other: object, { searchValue }: { searchValue: string }) =>
    compareFound(one, other, searchValue),
}

/** The option meant by what was typed: the first where Enter was pressed, the only one where the field was just left. */
export function choiceOf(options: readonly EarlyOption[], typed: string, isEntered: boolean): EarlyOption | undefined {
  const words = typed.trim().toLowerCase()
  const found = words === '' ? [] : options.filter((option) => option.words.includes(words))
  const [first, second] = found.sort((one, other) => compareFound(one, other, words))
  return isEntered || second === undefined ? first : undefined
}
