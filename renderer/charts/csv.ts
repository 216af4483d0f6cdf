import { guardText } from '../../shared/domain/formula-text.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** As Excel and WPS read it without asking: UTF-8 with its mark, words quoted and never a formula, numbers as numbers. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === 'number' ? String(value) : `"${guardText(value).replaceAll('"', '""')}"`
  return `${BYTE_ORDER_MARK}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
