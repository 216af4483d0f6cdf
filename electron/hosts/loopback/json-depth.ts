/** Our deepest input has eight levels. */
const MOST_DEPTH = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])
/** Stands between the JSON and the bytes of a message; no UTF-8 text has it. */
const END_OF_JSON = 0xff

/**
 * `JSON.parse` takes a million arrays within each other, and whatever walks the result then overflows the stack. Asked
 * of the text before it is parsed; every mark that counts is one byte in UTF-8 and one unit in a string.
 */
export function isTooDeep(json: string | Uint8Array): boolean {
  const unitAt = typeof json === 'string' ? (at: number) => json.charCodeAt(at) : (at: number) => json[at] ?? 0
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at++) {
    const unit = unitAt(at)
    if (unit === END_OF_JSON && typeof json !== 'string') return false
    if (isText) {
      if (unit === BACKSLASH) at++
      else if (unit === QUOTE) isText = false
    } else if (unit === QUOTE) isText = true
    else if (OPENING.has(unit)) {
      depth++
      if (depth > MOST_DEPTH) return true
    } else if (CLOSING.has(unit)) depth--
  }
  return false
}
