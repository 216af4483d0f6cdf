import { pinyinOfText } from '../pinyin-of.ts'

const MOST_KEPT = 1000
const known = new Map<string, string>()

/** A text in lower case with its pinyin. Descriptions repeat, and their reading takes longer than the rest of a fail. */
export function searchTextOf(text: string): string {
  let found = known.get(text)
  if (found === undefined) {
    found = `${text.toLowerCase()} ${pinyinOfText(text)}`
    if (known.size >= MOST_KEPT) known.clear()
    known.set(text, found)
  }
  return found
}
