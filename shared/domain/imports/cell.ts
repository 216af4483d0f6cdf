export type CellKind = 'text' | 'number' | 'date' | 'empty' | 'boolean' | 'error'

/** One cell as a person sees it. `day` and `minute` are local wall time; no zone is involved. */
export interface Cell {
  readonly kind: CellKind
  /** As shown: a number with format `00000` keeps its zeros, a date reads `2026-10-08` or `2026-10-08 08:05`. */
  readonly text: string
  readonly number?: number
  readonly day?: string
  /** Minutes since midnight. */
  readonly minute?: number
}

export interface Sheet {
  readonly name: string
  /** Index 0 is file row 1; rows without values are empty arrays. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface SheetSet {
  readonly format: 'xlsx' | 'csv'
  /** Only for `csv`: `utf-8`, `gb18030`, `utf-16le` or `utf-16be`. */
  readonly encoding?: string
  readonly sheets: readonly Sheet[]
}

export const EMPTY_CELL: Cell = { kind: 'empty', text: '' }

export function textCell(text: string): Cell {
  return text === '' ? EMPTY_CELL : { kind: 'text', text }
}
