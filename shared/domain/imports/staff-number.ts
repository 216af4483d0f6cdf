import type { KnownPerson } from './known.ts'
import { cleanText, toHalfWidth } from './normalize.ts'
import type { TableRow } from './table.ts'

/** `="0012345"` and `'0012345` are how people protect zeros; `№ 00 12345` loses its spaces. */
export function cleanStaffNumber(text: string): string {
  const plain = toHalfWidth(cleanText(text)).replace(/\s+/g, '')
  return plain.replace(/^="?([^"]*)"?$/, '$1').replace(/^'/, '')
}

/**
 * The length all staff numbers should have, or `null` if the file gives no evidence.
 * Evidence are numbers that kept a leading zero; failing that, text cells of one length beside number cells.
 */
export function staffNumberWidth(rows: readonly TableRow[], people: readonly KnownPerson[]): number | null {
  const cells = rows.map((row) => ({ kind: row.cell('staffNo').kind, digits: cleanStaffNumber(row.text('staffNo')) }))
  const known = people.map((person) => ({ kind: 'text' as const, digits: cleanStaffNumber(person.staffNo ?? '') }))
  const all = [...cells, ...known].filter((entry) => /^\d+$/.test(entry.digits))
  const zeroed = all.filter((entry) => entry.digits.startsWith('0'))
  if (zeroed.length > 0) return commonLength(zeroed.map((entry) => entry.digits))
  const texts = all.filter((entry) => entry.kind === 'text').map((entry) => entry.digits)
  const hasNumberCells = cells.some((entry) => entry.kind === 'number')
  const isOneLength = new Set(texts.map((digits) => digits.length)).size === 1
  return hasNumberCells && texts.length >= 2 && isOneLength ? (texts[0]?.length ?? null) : null
}

function commonLength(numbers: readonly string[]): number {
  const counts = new Map<number, number>()
  for (const { length } of numbers) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** `23299` → `0023299` where seven digits are usual; a number that starts with a zero has lost none. */
export function restoreZeros(staffNo: string, width: number | null): { staffNo: string; isRestored: boolean } {
  const isShort = width !== null && /^[1-9]\d*$/.test(staffNo) && staffNo.length < width
  return isShort ? { staffNo: staffNo.padStart(width, '0'), isRestored: true } : { staffNo, isRestored: false }
}
