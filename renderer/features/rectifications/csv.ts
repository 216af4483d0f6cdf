import { guardText } from '../../../shared/domain/formula-text.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** As Excel and WPS read it without asking: UTF-8 with its mark, every cell quoted, no cell a formula. */
export function csvOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${guardText(cell).replaceAll('"', '""')}"`).join(',')
  return `${BYTE_ORDER_MARK}${[headers, ...rows].map(line).join('\r\n')}\r\n`
}
