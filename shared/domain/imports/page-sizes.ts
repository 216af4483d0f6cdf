/** How much of a large file one answer carries. */
export const PAGE = { rows: 200, problems: 5000, problemsToDecide: 100, words: 1000 } as const
