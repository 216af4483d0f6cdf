const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const MAX_CHARACTERS = 80

/** A suggested name that is one on every system; the page's wish never becomes a path. */
export function safeFileName(wish: unknown, extension: string): string {
  const text = typeof wish === 'string' ? wish : ''
  const name = [...text.normalize('NFC')]
    .filter((character) => character >= ' ' && !'\\/:*?"<>|'.includes(character) && !/\p{Cf}/u.test(character))
    .slice(0, MAX_CHARACTERS)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${name === '' || RESERVED.test(name) ? 'chenxun' : name}${extension}`
}
