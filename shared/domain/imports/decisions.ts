import type { Post } from '../../roles.ts'

/** Header wording (`headerKey`) → field, or `ignore`. Remembered per import kind, so next month's file maps itself. */
export type ColumnMapping = Readonly<Record<string, string>>

export type PersonDecision = { readonly uid: string } | 'text' | 'leave-out'
export type ItemDecision = { readonly id: string } | 'text' | 'leave-out'

/**
 * Everything the user decides in the wizard. A preview with the same file and the same decisions gives the same rows,
 * so confirming sends only the decisions.
 */
export interface Decisions {
  readonly sheet?: string
  /** File row of the header, if the found one is wrong. */
  readonly headerRow?: number
  readonly mapping?: ColumnMapping
  /** File row → field → the text that replaces the cell; an empty text clears it. */
  readonly fixes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** File rows to leave out. */
  readonly leftOut?: readonly number[]
  /** File rows to take although they look like a duplicate. */
  readonly kept?: readonly number[]
  /** By the name as the file writes it (`nameKey`). */
  readonly people?: Readonly<Record<string, PersonDecision>>
  /** By the item's wording in the file (`sentenceKey`). */
  readonly items?: Readonly<Record<string, ItemDecision>>
  /** By the word in the file (`wordKey`). */
  readonly posts?: Readonly<Record<string, Post | 'leave-out'>>
}
