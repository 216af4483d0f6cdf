import type { WallRow } from '../../../../shared/contract/meeting-screen.ts'
import { formatRate } from '../../../../shared/domain/rate-text.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { formatShortDay, shortInstant } from '../../../app/formats.ts'
import type { useMeetingWords } from '../use-meeting-words.ts'

export interface RowWords {
  main: string
  details: string[]
  /** Who, else where: all that fits beside it on a full wall. */
  brief: string
  /** `98.2%`, `12`. */
  figure: string
  /** Against the span before; empty where there is none. */
  change: string
  tone: 'good' | 'bad' | 'plain'
}

interface Reading {
  t: Translate
  words: ReturnType<typeof useMeetingWords>
  now: number
  zone: string
}

/** One row of a block in words, the same on the wall and beside the form. */
export function rowWords(row: WallRow, reading: Reading): RowWords {
  const { t, words } = reading
  const { figure, before } = figureOf(row)
  const named = [
    row.text && words.text(row.text),
    row.round && t(`checklists.round.${row.round}`),
    row.status === 'not-called' && t('meetings.run.expected', { count: row.count ?? 0 }),
    row.status === 'no-roll' && t('meetings.run.due', { count: row.count ?? 0 }),
    !row.text && !row.round && row.attendance === 'present' && t('meetings.run.present', { count: row.count ?? 0 }),
    row.person,
    !row.person && row.queue && t(`checklists.owner.${row.queue}`),
    row.note,
    row.zone && words.zone(row.zone),
  ].filter((part): part is string => Boolean(part))
  const [main = '', ...others] = named
  return {
    main,
    details: [
      ...[presenceOf(row, t)].filter(Boolean),
      ...others.map((other) => cover(row, other, t)),
      ...[statusOf(row, t)].filter(Boolean),
      ...timesOf(row, reading),
    ],
    brief: briefOf(row, reading),
    figure,
    change: before,
    tone: toneOf(row),
  }
}

function briefOf(row: WallRow, { t, words }: Reading): string {
  const { person, queue, zone, text, note } = row
  const status = statusOf(row, t)
  if (status) return status
  if (!text && !note) return presenceOf(row, t)
  return person ?? (queue ? t(`checklists.owner.${queue}`) : zone ? words.zone(zone) : '')
}

function presenceOf({ attendance }: WallRow, t: Translate): string {
  return attendance && attendance !== 'present' ? t(`meetings.roll.${attendance}`) : ''
}

/** In a word, so that no colour has to be understood. */
function statusOf({ status, isDone, isLate }: WallRow, t: Translate): string {
  if (status === null && isDone !== null) {
    return t(`meetings.run.checked.${isDone ? 'done' : isLate ? 'failed' : 'open'}`)
  }
  if (status === null || status === 'not-called' || status === 'no-roll') return ''
  return status === 'down' ? t('meetings.run.down') : t(`patrols.states.${status}`)
}

function cover({ attendance, note }: WallRow, text: string, t: Translate): string {
  return attendance === 'absent' && text === note ? t('meetings.roster.covered', { name: text }) : text
}

function timesOf(row: WallRow, { now, zone, words }: Reading): string[] {
  const { at, on } = row
  return [at !== null && shortInstant(at, now, zone), on && formatShortDay(on, words.language)].filter(
    (part): part is string => Boolean(part),
  )
}

function figureOf({ figure, count, attendance, status }: WallRow): { figure: string; before: string } {
  const isNumber = count !== null && attendance === null && status === null
  if (!figure) return { figure: isNumber ? String(count) : '', before: '' }
  const { value, before, unit } = figure
  if (value === null) return { figure: '—', before: '' }
  if (unit !== 'rate') return { figure: String(value), before: before === null ? '' : signed(value - before, 0) }
  return { figure: formatRate(value), before: before === null ? '' : signed((value - before) * 100, 1) }
}

function signed(difference: number, digits: number): string {
  const text = Math.abs(difference).toFixed(digits)
  if (Number(text) === 0) return '±0'
  return difference > 0 ? `+${text}` : `−${text}`
}

/** Bad is what somebody must act on; a figure is judged by its target, else by the way it went. */
function toneOf({ isLate, isDone, figure, severity }: WallRow): RowWords['tone'] {
  if (isLate || severity === 'critical') return 'bad'
  if (isDone) return 'good'
  if (!figure || figure.value === null) return 'plain'
  const { value, target, before, isMoreBetter } = figure
  if (target !== null) return value >= target === isMoreBetter ? 'good' : 'bad'
  if (before === null || value === before) return 'plain'
  return value > before === isMoreBetter ? 'good' : 'plain'
}
