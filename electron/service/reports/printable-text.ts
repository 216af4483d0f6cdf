/** Everything but the characters of XML 1.0; Word calls a file that holds one of the others damaged. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Every text of plain data without the characters that no document may hold. */
export function withPrintableTexts<T>(value: T): T {
  if (typeof value === 'string') return value.replace(FORBIDDEN, '') as T
  if (Array.isArray(value)) return value.map(withPrintableTexts) as T
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPrintableTexts(inner)])) as T
}
