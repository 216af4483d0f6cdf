/** A figure as it stands in a text: a number, a share, a day, or the number of a record. */
export interface StoryFigure {
  text: string
  /** Place of its first letter. */
  at: number
  /** What is compared: `D:2026-10-12`, `M:10-12`, `N:98.1%`, `C:AW-2026-001`. */
  form: string
}

const CODE = String.raw`[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+(?:-\d+)*`
const FULL_DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日`
const SHORT_DAY = String.raw`\d{1,2}月\d{1,2}日`
const SPOKEN_SHARE = '百分之[一二三四五六七八九十百零点两]+'
const SPOKEN =
  '[一二三四五六七八九十百千两]{2,}(?=[次条件项轮天个人名张分小位台])|[二三四五六七八九十两](?=[次条件项轮天个名张位台])'
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?\s?[%％]?`
const FIGURES = new RegExp([CODE, FULL_DAY, SHORT_DAY, SPOKEN_SHARE, SPOKEN, NUMBER].join('|'), 'g')

/** Every figure of a text, in its order; also those written in Chinese before what they count. */
export function figuresIn(text: string): StoryFigure[] {
  return [...text.matchAll(FIGURES)].map(({ 0: found, index }) => ({
    text: found.trim(),
    at: index,
    form: formOf(found.trim()),
  }))
}

function formOf(found: string): string {
  if (/^[A-Z]/.test(found)) return `C:${found}`
  const day = /^(?:(\d{4})[-年])?(\d{1,2})[-月](\d{1,2})日?$/.exec(found)
  if (day) {
    const [, year, month = '', date = ''] = day
    const rest = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return year === undefined ? `M:${rest}` : `D:${year}-${rest}`
  }
  if (found.startsWith('百分之')) return `N:${spokenNumber(found.slice(3))}%`
  if (!/^\d/.test(found)) return `N:${spokenNumber(found)}`
  const isShare = /[%％]$/.test(found)
  return `N:${Number(found.replaceAll(/[,\s%％]/g, ''))}${isShare ? '%' : ''}`
}

const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** `二十三` → 23, `九十八点五` → 98.5. */
function spokenNumber(words: string): number {
  const [whole = '', part = ''] = words.split('点')
  let sum = 0
  let digit = 0
  for (const letter of whole.replaceAll('两', '二')) {
    const unit = UNITS[letter]
    if (unit === undefined) digit = DIGITS.indexOf(letter)
    else {
      sum += (digit || 1) * unit
      digit = 0
    }
  }
  const decimals = [...part].map((letter) => DIGITS.indexOf(letter)).join('')
  return Number(`${sum + digit}${decimals ? `.${decimals}` : ''}`)
}

/** Every way in which a day may be written counts. */
export function formsOfDay(day: string): string[] {
  return [`D:${day}`, `M:${day.slice(5)}`]
}

export function formsOfText(text: string): string[] {
  return figuresIn(text).flatMap(({ form }) => (form.startsWith('D:') ? formsOfDay(form.slice(2)) : [form]))
}

/** Figures of a text that nothing known holds. */
export function unknownFigures(text: string, known: ReadonlySet<string>): StoryFigure[] {
  return figuresIn(text).filter(({ form }) => !known.has(form))
}

/** As Word counts: each Chinese character or sign is one, each run of other letters and figures is one. */
export function countCharacters(text: string): number {
  return (
    text.match(
      /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018-\u201d\u2026]|[^\s\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/g,
    )?.length ?? 0
  )
}
