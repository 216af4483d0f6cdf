import { pinyin } from 'pinyin-pro'

/** `现场巡检` → `xianchangxunjian`, `xcxj`. Loaded only when somebody searches: the table is large. */
export function readingsOf(text: string): string[] {
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'removed' } as const
  const syllables = pinyin(text, options)
  return [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')]
}
