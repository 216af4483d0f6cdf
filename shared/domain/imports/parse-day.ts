import type { Cell } from './cell.ts'
import { isPlaceholder, toHalfWidth } from './normalize.ts'

export interface LocalMoment {
  day: string
  /** Minutes since midnight, if the text named a time. */
  minute?: number
}

export type DayProblem = 'impossible-date' | 'unreadable-date'
export type ParsedDay =
  | { outcome: 'empty' }
  | { outcome: 'day'; moment: LocalMoment }
  | { outcome: 'problem'; kind: DayProblem }

const EMPTY: ParsedDay = { outcome: 'empty' }
const IMPOSSIBLE: ParsedDay = { outcome: 'problem', kind: 'impossible-date' }
const UNREADABLE: ParsedDay = { outcome: 'problem', kind: 'unreadable-date' }

const TIME = String.raw`(?:[\sT]*(?:上午|下午)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?(?:\s*[:分]\s*(?:\d{1,2}(?:\.\d+)?)?秒?)?\s*Z?)?`
const WEEKDAY = String.raw`(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?`
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4}|\d{2})\s*[-/.,年、]\s*(\d{1,2})\s*[-/.,月、]\s*(\d{1,2})\s*[日号]?${WEEKDAY}${TIME}$`,
)
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const NO_YEAR = new RegExp(String.raw`^(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?${WEEKDAY}${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2}):?(\d{2})(?::?\d{2})?)?$/
const ENGLISH = /^(?:(\d{1,2})[\s-]+([a-z]{3,9})|([a-z]{3,9})\s+(\d{1,2})),?[\s-]+(\d{4})$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Two-digit years from 70 up are of the last century: somebody who joined in 98. */
const CENTURY_PIVOT = 70
/** Workbook day numbers of 1954 to 2119; anything outside is a plain number. */
const SERIAL = { from: 20_000, to: 80_000 }
const SERIAL_OF_1970 = 25_569

/** `contextYear` completes `10月8日`, where a title row names the year. */
export function parseDay(cell: Cell, contextYear?: number): ParsedDay {
  if (cell.kind === 'empty') return EMPTY
  if (cell.kind === 'date' && cell.day !== undefined) return ofDateCell(cell, cell.day)
  if (cell.kind === 'number' && cell.number !== undefined) return ofNumber(cell.number)
  return parseDayText(cell.text, contextYear)
}

export function parseDayText(raw: string, contextYear?: number): ParsedDay {
  const text = chineseDigits(
    toHalfWidth(raw)
      .replace(/[\u00A0\u200B\uFEFF]/g, ' ')
      .replace(/。/g, '.')
      .trim(),
  )
  if (text === '' || isPlaceholder(text)) return EMPTY
  const compact = COMPACT.exec(text)
  if (compact) return build(compact[1], compact[2], compact[3], compact[4], compact[5])
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return build(yearFirst[1], yearFirst[2], yearFirst[3], afternoon(text, yearFirst[4]), yearFirst[5])
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast) return ofYearLast(yearLast)
  const english = ENGLISH.exec(text)
  if (english) return ofEnglish(english)
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofNumber(Number(text))
  const noYear = NO_YEAR.exec(text)
  if (noYear && contextYear !== undefined && !/^\d+\.\d+$/.test(text)) {
    return build(String(contextYear), noYear[1], noYear[2], afternoon(text, noYear[3]), noYear[4])
  }
  return UNREADABLE
}

function ofDateCell(cell: Cell, day: string): ParsedDay {
  return { outcome: 'day', moment: cell.minute === undefined ? { day } : { day, minute: cell.minute } }
}

function ofNumber(value: number): ParsedDay {
  if (value >= SERIAL.from && value < SERIAL.to) {
    const at = new Date(Math.round((value - SERIAL_OF_1970) * 86_400) * 1000)
    const day = at.toISOString().slice(0, 10)
    if (Number.isInteger(value)) return { outcome: 'day', moment: { day } }
    return { outcome: 'day', moment: { day, minute: at.getUTCHours() * 60 + at.getUTCMinutes() } }
  }
  return Number.isInteger(value) && value > 0 ? parseCompactNumber(value) : UNREADABLE
}

function parseCompactNumber(value: number): ParsedDay {
  const match = COMPACT.exec(String(value))
  return match ? build(match[1], match[2], match[3], match[4], match[5]) : UNREADABLE
}

function ofYearLast(match: RegExpExecArray): ParsedDay {
  const first = Number(match[1])
  const second = Number(match[2])
  // 3/4/2019 may be March or April; only a part above 12 settles it.
  if (first > 12 && second > 12) return IMPOSSIBLE
  if (first > 12) return build(match[3], match[2], match[1])
  if (second > 12 || first === second) return build(match[3], match[1], match[2])
  return UNREADABLE
}

function ofEnglish(match: RegExpExecArray): ParsedDay {
  const name = (match[2] ?? match[3] ?? '').slice(0, 3).toLowerCase()
  const month = MONTHS.indexOf(name) + 1
  return month === 0 ? UNREADABLE : build(match[5], String(month), match[1] ?? match[4])
}

function afternoon(text: string, hour: string | undefined): string | undefined {
  return hour !== undefined && text.includes('下午') && Number(hour) < 12 ? String(Number(hour) + 12) : hour
}

function build(yearText = '', monthText = '', dayText = '', hourText?: string, minuteText?: string): ParsedDay {
  const short = Number(yearText)
  const year = yearText.length === 2 ? short + (short >= CENTURY_PIVOT ? 1900 : 2000) : short
  const month = Number(monthText)
  const day = Number(dayText)
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return IMPOSSIBLE
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (hourText === undefined) return { outcome: 'day', moment: { day: written } }
  const minute = Number(hourText) * 60 + Number(minuteText ?? 0)
  if (minute >= 1440 || Number(minuteText ?? 0) > 59) return IMPOSSIBLE
  return { outcome: 'day', moment: { day: written, minute } }
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const CHINESE_DIGITS = '〇一二三四五六七八九'

/** `二〇二六年十月二十一日` → `2026年10月21日`; text without 年, 月 or 日 is left alone. */
function chineseDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text) || !/[年月日]/.test(text)) return text
  return text.replace(/[〇零○一二三四五六七八九十]+(?=[年月日号])/g, (word) => {
    const plain = word.replace(/[零○]/g, '〇')
    const ten = plain.indexOf('十')
    if (ten < 0) return [...plain].map((sign) => String(CHINESE_DIGITS.indexOf(sign))).join('')
    const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(plain.slice(0, ten))
    const ones = ten === plain.length - 1 ? 0 : CHINESE_DIGITS.indexOf(plain.slice(ten + 1))
    return String(tens * 10 + ones)
  })
}

/** `8:05`, `８：０５`, `8点05分` or a bare number of hours as a workbook stores it. */
export function parseMinute(cell: Cell): number | null {
  if (cell.minute !== undefined) return cell.minute
  if (cell.kind === 'number' && cell.number !== undefined && cell.number > 0 && cell.number < 1) {
    return Math.round(cell.number * 1440) % 1440
  }
  const match = /(\d{1,2})\s*[:时点]\s*(\d{1,2})?/.exec(toHalfWidth(cell.text))
  if (!match) return null
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0)
  return minute < 1440 ? minute : null
}

/** The year a title such as `2026年10月巡检记录` names, if the titles agree on one. */
export function yearInTitles(titles: readonly string[]): number | undefined {
  const years = new Set(
    titles.flatMap((title) =>
      [...toHalfWidth(title).matchAll(/(20\d{2})\s*[年./-]/g)].map((match) => Number(match[1])),
    ),
  )
  const [only] = years
  return years.size === 1 ? only : undefined
}
