import type { z } from 'zod'
import type { ImportDecisions, ImportPreview } from '../../../shared/contract/imports.ts'
import { headerKey } from '../../../shared/domain/imports/normalize.ts'

export type Decisions = z.infer<typeof ImportDecisions>
export type WordKind = 'people' | 'items' | 'posts'

/** The text that replaces a cell; giving back what the file has takes the change away. */
export function fixCell(decisions: Decisions, row: number, field: string, text: string, original: string): Decisions {
  const { [field]: _old, ...others } = decisions.fixes?.[row] ?? {}
  const fixes = text === original ? others : { ...others, [field]: text }
  return { ...decisions, fixes: { ...decisions.fixes, [row]: fixes } }
}

export function toggleRow(decisions: Decisions, list: 'leftOut' | 'kept', row: number): Decisions {
  const rows = decisions[list] ?? []
  return { ...decisions, [list]: rows.includes(row) ? rows.filter((one) => one !== row) : [...rows, row] }
}

/** A field is taken from one column only: the column that had it before is then not imported. */
export function mapColumn(
  decisions: Decisions,
  columns: NonNullable<ImportPreview['header']>['columns'],
  header: string,
  field: string,
): Decisions {
  const robbed = columns.filter((column) => column.field === field && column.header !== header)
  return {
    ...decisions,
    mapping: {
      ...decisions.mapping,
      ...Object.fromEntries(robbed.map((column) => [headerKey(column.header), 'ignore'])),
      [headerKey(header)]: field,
    },
  }
}

/** Nothing was decided yet, so leaving loses nothing. */
export function isUntouched({ sheet: _sheet, headerRow: _row, ...rest }: Decisions): boolean {
  return Object.values(rest).every((part) => part === undefined || Object.keys(part).length === 0)
}
