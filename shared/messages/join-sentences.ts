/** A Chinese full stop brings its own room; after others a space. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).reduce((text, next) => {
    if (text === '') return next
    return text.endsWith('。') ? text + next : `${text} ${next}`
  }, '')
}
