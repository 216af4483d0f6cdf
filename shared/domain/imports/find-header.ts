import type { Cell, Sheet } from './cell.ts'
import { fieldsOf, type ImportKind } from './columns.ts'
import type { ColumnMapping } from './decisions.ts'
import { headerKey, headerLabel } from './normalize.ts'

export interface HeaderColumn {
  /** 0-based. */
  readonly index: number
  readonly header: string
}

export interface Header {
  /** File row, 1-based. */
  readonly row: number
  readonly columns: Readonly<Record<string, HeaderColumn>>
  /** Columns that have a header and no field. */
  readonly unused: readonly HeaderColumn[]
  readonly missing: readonly string[]
}

/** Titles, units and the filler's name stand above; more than this is another kind of sheet. */
const ROWS_SEARCHED = 15
const SURE = 3
const EXACT = 2
const LOOSE = 1

interface Claim {
  field: string
  index: number
  strength: number
  rank: number
}

/** The row that names most fields. Two named fields, one of them required, are the least that counts. */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  kind: ImportKind,
  options: { mapping?: ColumnMapping | undefined; headerRow?: number | undefined } = {},
): Header | null {
  if (options.headerRow !== undefined) return readHeader(rows, options.headerRow, kind, options.mapping).header
  let best: { header: Header; score: number } | null = null
  for (let row = 1; row <= Math.min(ROWS_SEARCHED, rows.length); row++) {
    const found = readHeader(rows, row, kind, options.mapping)
    if (found.isHeader && (best === null || found.score > best.score)) best = found
  }
  return best?.header ?? null
}

/** The sheet whose header fits best; `null` if none has one. */
export function pickSheet(
  sheets: readonly Sheet[],
  kind: ImportKind,
  options: { sheet?: string | undefined; mapping?: ColumnMapping | undefined; headerRow?: number | undefined } = {},
): Sheet | null {
  if (options.sheet !== undefined) return sheets.find((sheet) => sheet.name === options.sheet) ?? null
  let best: { sheet: Sheet; fields: number } | null = null
  for (const sheet of sheets) {
    const header = findHeader(sheet.rows, kind, options)
    const fields = header ? Object.keys(header.columns).length - header.missing.length : 0
    if (header && (best === null || fields > best.fields)) best = { sheet, fields }
  }
  return best?.sheet ?? null
}

function readHeader(
  rows: readonly (readonly Cell[])[],
  row: number,
  kind: ImportKind,
  mapping: ColumnMapping | undefined,
): { header: Header; score: number; isHeader: boolean } {
  const cells = rows[row - 1] ?? []
  const claims = cells.flatMap((cell, index) => claimsOf(cell, index, kind, mapping))
  claims.sort((a, b) => b.strength - a.strength || a.rank - b.rank || a.index - b.index)
  const columns: Record<string, HeaderColumn> = {}
  const taken = new Set<number>()
  let score = 0
  for (const claim of claims) {
    if (columns[claim.field] !== undefined || taken.has(claim.index)) continue
    columns[claim.field] = { index: claim.index, header: headerLabel(cells[claim.index]?.text ?? '') }
    taken.add(claim.index)
    score += claim.strength
  }
  const required = fieldsOf(kind).filter((rule) => rule.required)
  const missing = required.filter((rule) => columns[rule.field] === undefined).map((rule) => rule.field)
  const unused = cells.flatMap((cell, index) =>
    cell.text.trim() === '' || taken.has(index) ? [] : [{ index, header: headerLabel(cell.text) }],
  )
  // Two fields, one written as expected and one required: a data row that happens to hold a word is no header.
  const isHeader = Object.keys(columns).length >= 2 && missing.length < required.length && score > EXACT
  return { header: { row, columns, unused, missing }, score, isHeader }
}

function claimsOf(cell: Cell, index: number, kind: ImportKind, mapping: ColumnMapping | undefined): Claim[] {
  if (cell.kind !== 'text') return []
  const key = headerKey(cell.text)
  if (key === '' || key.length > 30) return []
  const mapped = mapping && Object.hasOwn(mapping, key) ? mapping[key] : undefined
  if (mapped === 'ignore') return []
  if (mapped !== undefined && fieldsOf(kind).some((rule) => rule.field === mapped)) {
    return [{ field: mapped, index, strength: SURE, rank: 0 }]
  }
  return fieldsOf(kind).flatMap(({ field, synonyms }) => {
    const keys = synonyms.map(headerKey)
    const exact = keys.indexOf(key)
    if (exact >= 0) return [{ field, index, strength: EXACT, rank: exact }]
    const longest = longestInside(key, keys)
    return longest === 0 ? [] : [{ field, index, strength: LOOSE, rank: 100 - longest }]
  })
}

/** `实际整改完成日期` holds `整改完成日期`, which says more than the `日期` it holds as well. */
function longestInside(key: string, synonyms: readonly string[]): number {
  // In a long header a word is a sentence's part, not a name.
  if (key.length > 12 && /[\u3400-\u9FFF]/.test(key)) return 0
  const inside = synonyms.filter((synonym) => synonym.length >= 2 && isWordInside(key, synonym))
  return inside.reduce((longest, synonym) => Math.max(longest, synonym.length), 0)
}

function isWordInside(key: string, synonym: string): boolean {
  // `no` in `notes` is not a word; a Latin synonym has to be most of the header.
  return /[\u3400-\u9FFF]/.test(synonym)
    ? key.includes(synonym)
    : key.includes(synonym) && synonym.length * 2 > key.length
}
