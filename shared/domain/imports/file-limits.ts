/** What is taken of a spreadsheet; said before one is chosen and held to when it is read. */
export const FILE_LIMITS = { fileBytes: 20_000_000, rows: 50_000, columns: 256 } as const

/** The same as parameters of a sentence. */
export const SPOKEN_LIMITS = {
  megabytes: FILE_LIMITS.fileBytes / 1_000_000,
  rows: FILE_LIMITS.rows,
  columns: FILE_LIMITS.columns,
}
