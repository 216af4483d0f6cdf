import { pinyin } from 'pinyin-pro'

/** Full reading and initials of a name, as search keys: 曾乐 → `zengle zl`. */
export function pinyinOf(name: string): string {
  return keysOf(name, 'head')
}

/** The same for a sentence, where a first character is no surname. */
export function pinyinOfText(text: string): string {
  return keysOf(text, 'off')
}

function keysOf(text: string, surname: 'head' | 'off'): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', surname })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
  const full = syllables.join('')
  const initials = syllables.map((syllable) => syllable[0]).join('')
  return full === initials ? full : `${full} ${initials}`
}
