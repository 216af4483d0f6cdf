import { z } from 'zod'
import type { MoodMoment } from '../../../shared/contract/moods.ts'
import { addDays, weekdayOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { forget, remembered } from '../database/remembered.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { type AnswerRow, setTalkNote, type TalkRow } from './mood-repository.ts'

type Reading = Pick<Call, 'ports' | 'database'>

/** `isOwn`: said as the head, for the head alone, whoever is head later. */
const Content = z.object({ level: z.int().min(1).max(5), tags: z.array(z.string()), isOwn: z.boolean().default(false) })
const Sensitive = z.array(z.string())
/** Of keys: a person's level of one week, sensitive tags of it, notes of it. */
type What = 'level' | 'tags' | 'care'

const OPENED = 'moods/opened'
const MOST_OPENED = 20_000

/** Monday of the week. */
export function weekOf(on: string): string {
  return addDays(on, 1 - weekdayOf(on))
}

/** A key for each person and week: destroying it ends what it sealed in every backup as well. */
function keyName(uid: string, what: What, on: string): string {
  return `${uid}/${what}/${weekOf(on)}`
}

export function isVaultOpen({ ports }: Pick<Call, 'ports'>): boolean {
  const { id, isLocked } = ports.vault.status()
  return id !== null && !isLocked
}

function uidOf({ database }: Reading, staffId: number): string {
  const ref = staffRefs(database).get(staffId)
  if (!ref) throw new Error(`mood_answer: no staff ${staffId}`)
  return ref.uid
}

export interface PlainAnswer {
  series: number
  staffId: number
  on: string
  moment: MoodMoment
  at: number
  level: number
  tags: readonly string[]
  sensitiveTags: readonly string[]
  isOwn: boolean
}

/** Sealed where the vault is open; else as it is, until a later day turns with the vault open. */
export function toRow(call: Reading, answer: PlainAnswer): AnswerRow {
  const { series, staffId, on, moment, at, level, tags, sensitiveTags, isOwn } = answer
  const content = JSON.stringify({ level, tags, isOwn })
  const sensitive = sensitiveTags.length > 0 ? JSON.stringify(sensitiveTags) : null
  const row = { series_id: series, staff_id: staffId, on, moment, at, content, sensitive, is_sealed: 0 }
  return isVaultOpen(call) ? (sealRows(call, [row])[0] ?? row) : row
}

/** Several rows need the keys of many weeks: made at once. */
export function sealRows(call: Reading, rows: readonly AnswerRow[]): AnswerRow[] {
  const names = rows.flatMap(({ staff_id: staffId, on, sensitive }) => {
    const uid = uidOf(call, staffId)
    return [keyName(uid, 'level', on), ...(sensitive === null ? [] : [keyName(uid, 'tags', on)])]
  })
  call.ports.vault.provide(names)
  return rows.map((row) => sealRow(call, row))
}

function sealRow(call: Reading, row: AnswerRow): AnswerRow {
  const { vault } = call.ports
  const uid = uidOf(call, row.staff_id)
  const content = vault.seal(keyName(uid, 'level', row.on), cellOf(row, 'content'), row.content)
  const sensitive =
    row.sensitive === null ? null : vault.seal(keyName(uid, 'tags', row.on), cellOf(row, 'sensitive'), row.sensitive)
  return { ...row, content, sensitive, is_sealed: 1 }
}

export interface OpenedAnswer {
  /** Null where the vault keeps it shut. */
  level: number | null
  tags: string[]
}

export function openRow(call: Reading, row: AnswerRow): OpenedAnswer {
  const { level, tags } = openWhole(call, row)
  return { level, tags }
}

/** For the head: null where a head said it, who may be somebody else by now. */
export function openForHead(call: Reading, row: AnswerRow): OpenedAnswer | null {
  const { isOwn, ...answer } = openWhole(call, row)
  return isOwn ? null : answer
}

function openWhole(call: Reading, row: AnswerRow): OpenedAnswer & { isOwn: boolean } {
  const content = openText(call, row, 'content')
  if (content === null) return { level: null, tags: [], isOwn: false }
  const { level, tags, isOwn } = Content.parse(JSON.parse(content))
  const sensitive = row.sensitive === null ? null : openText(call, row, 'sensitive')
  return { level, tags: sensitive === null ? tags : [...tags, ...Sensitive.parse(JSON.parse(sensitive))], isOwn }
}

function openText(call: Reading, row: AnswerRow, column: 'content' | 'sensitive'): string | null {
  const text = row[column]
  if (text === null || row.is_sealed === 0) return text
  if (!isVaultOpen(call)) return null
  const opened = openedOf(call)
  const known = opened.get(text)
  if (known !== undefined) return known
  const key = keyName(uidOf(call, row.staff_id), column === 'content' ? 'level' : 'tags', row.on)
  const plain = openedOrNull(() => call.ports.vault.open(key, cellOf(row, column), text))
  if (opened.size >= MOST_OPENED) opened.clear()
  if (plain !== null) opened.set(text, plain)
  return plain
}

/** What was opened, by what is sealed: Today asks for weeks of answers each time. In memory, read while the vault is open. */
function openedOf({ database }: Pick<Call, 'database'>): Map<string, string> {
  return remembered(database, OPENED, () => new Map<string, string>())
}

function cellOf({ staff_id: staffId, on, moment, series_id: series }: AnswerRow, column: string) {
  return { table: 'mood_answer', row: `${staffId}/${on}/${moment}/${series}`, column }
}

export function sealNote(call: Reading, talk: Pick<TalkRow, 'id' | 'staff_id' | 'on'>, note: string): void {
  const key = keyName(uidOf(call, talk.staff_id), 'care', talk.on)
  setTalkNote(call.database, talk.id, call.ports.vault.seal(key, noteCell(talk.id), note))
}

export function openNote(call: Reading, { id, staff_id: staffId, on, note }: TalkRow): string | null {
  if (note === null) return null
  return openedOrNull(() => call.ports.vault.open(keyName(uidOf(call, staffId), 'care', on), noteCell(id), note))
}

const noteCell = (id: number) => ({ table: 'care_talk', row: String(id), column: 'note' })

/** Locked, not set up here, or its key was destroyed: said as unreadable. What is damaged is an error. */
function openedOrNull(open: () => string): string | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof AppError && error.code !== 'storage-corrupted') return null
    throw error
  }
}

export function forgetPerson({ ports, database }: Reading, uid: string): void {
  forget(database, OPENED)
  ports.vault.forgetPeriods((name) => name.startsWith(`${uid}/`))
}

/** Keys whose last day lies before these days. */
export function forgetPast({ ports, database }: Reading, before: Record<What, string>): void {
  forget(database, OPENED)
  ports.vault.forgetPeriods((name) => {
    const [, what, monday = ''] = name.split('/')
    return addDays(monday, 6) < (before[what as What] ?? '')
  })
}
