/** XML forbids these outright; Word calls a file that holds one of them damaged. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Every text of plain data without the characters that no document may hold. */
export function withPrintableTexts<T>(value: T): T {
  if (typeof value === 'string') return value.replace(FORBIDDEN, '') as T
  if (Array.isArray(value)) return value.map(withPrintableTexts) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPrintableTexts(inner)])) as T
}
