const FULL_WIDTH = /[\uFF01-\uFF5E]/g
/** Zero-width marks and the byte order mark: they come along when text is pasted from chat tools and web pages. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g
/** Letters and digits only: in a name `（离职）` stays as it was typed. */
const FULL_WIDTH_WORDS = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const SPACES = /[\s\u00A0\u3000]+/g
const CJK = /[\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u
/** What people vary without meaning it: `、，。；：·-—–_"'“”‘’()（）[]【】《》/\|!?~…`. */
const PUNCTUATION = /[\p{P}\p{S}]/gu

/** `２０２６／３／４` → `2026/3/4`. Leaves `，` and `（` alone only in what is stored, never in what is compared. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, halved).replace(/\u3000/g, ' ')
}

function halved(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
}

/** For text that is stored: outer spaces and invisible marks go, everything else stays as written. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\u00A0\u3000]/g, ' ')
    .trim()
}

/** `沈 望　舒` → `沈望舒`; in `Zhang  San` one space stays. */
export function cleanName(text: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH_WORDS, halved)
    .replace(/[•‧・･．]/g, '·')
    .trim()
  return CJK.test(plain) ? plain.replace(SPACES, '') : plain.replace(SPACES, ' ')
}

/** Compares names: no spaces, no case. */
export function nameKey(text: string): string {
  return toHalfWidth(cleanName(text)).replace(SPACES, '').toLowerCase()
}

/** Compares words and wordings: no spaces, no case, full width as half width. Signs such as `√` stay. */
export function wordKey(text: string): string {
  return toHalfWidth(text.replace(INVISIBLE, '')).replace(SPACES, '').toLowerCase()
}

/** Compares sentences whose punctuation people retype: `防滑、扶手牢` equals `防滑,扶手牢。`. */
export function sentenceKey(text: string): string {
  return wordKey(text).replace(PUNCTUATION, '')
}

/** `姓  名*` → `姓名`; `入行时间（年/月/日）` → `入行时间`. */
export function headerKey(text: string): string {
  const key = wordKey(text).replace(/[*:#]+$/g, '')
  return key.replace(/\([^()]*\)$/, '') || key
}

/** How a column is called in problems: its own header without the spaces somebody put in to stretch it. */
export function headerLabel(text: string): string {
  const plain = cleanText(text.replace(/\s+/g, ' '))
  return CJK.test(plain) ? plain.replace(SPACES, '') : plain
}

/** Words people write instead of leaving a cell empty. */
const PLACEHOLDERS = new Set([
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '–',
  '无',
  '暂无',
  '空',
  '待定',
  '未定',
  '不详',
  '长期',
  '长期有效',
  '永久',
  'n/a',
  'na',
  'nil',
  'none',
  'tbd',
])

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(wordKey(text))
}
