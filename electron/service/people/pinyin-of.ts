import { pinyin } from 'pinyin-pro'

/** Full reading and initials of a name, as search keys: 曾乐 → `zengle zl`. */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
  const full = syllables.join('')
  const initials = syllables.map((syllable) => syllable[0]).join('')
  return full === initials ? full : `${full} ${initials}`
}
