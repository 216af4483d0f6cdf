/**
 * What a spreadsheet program might read as a formula or a command when it opens a CSV file: the four signs, their
 * full-width forms, and the same behind quotes, spaces, control characters or a byte order mark.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const RISKY = /^(?:[\t\r\n\0]|['"\s\uFEFF\u0000-\u001F]*[=+\-@＝＋－＠])/

/** An apostrophe makes it text in every spreadsheet program. Numbers are never passed through here. */
export function guardText(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The exact inverse of `guardText`; in files of others it drops the apostrophe they guarded with. */
export function unguardText(text: string): string {
  return text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text
}
