import {
  type awardEvidence,
  type EvidenceCursor,
  type EvidenceFigure,
  type EvidenceRecord,
  type EvidenceSubject,
  KNOWN_SOURCES,
  type KnownSource,
} from '../../../shared/contract/award-evidence.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { daysApart, instantOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid, type StaffMember } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { complaintsInTime, complaintsUpheld } from './complaint-evidence.ts'
import { BLANK, type EvidenceReader, type ReaderSubject, type Scope } from './evidence-reader.ts'
import { learning, meetingsHosted, praiseInMeetings } from './meeting-evidence.ts'
import { certificateOf, inspections, machineUptime } from './outlet-evidence.ts'
import { patrolRepeats, patrolRounds } from './patrol-evidence.ts'
import { praiseByCustomers } from './praise-evidence.ts'
import { fastFixes, lookBacks, tasksInTime } from './task-evidence.ts'
import { thanksReceived } from './thanks-evidence.ts'

const DAY_MINUTES = 24 * 60

/** On one day records stand in this order. */
const READERS: readonly EvidenceReader[] = [
  thanksReceived,
  praiseInMeetings,
  praiseByCustomers,
  fastFixes,
  tasksInTime,
  lookBacks,
  meetingsHosted,
  learning,
  complaintsInTime,
  complaintsUpheld,
  inspections,
  patrolRounds,
  patrolRepeats,
  machineUptime,
]

/** Sources with a record of a person beside the readers. */
const CERTIFIED: KnownSource = 'certified'

type Found = OutputOf<typeof awardEvidence.search>

export function searchEvidence(call: Call, input: InputOf<typeof awardEvidence.search>): Found {
  const { subject, from, to, words, limit, after } = input
  if (from > to) throw new AppError('invalid-input', 'windowEndsBeforeStart')
  const of: ReaderSubject = subject.kind === 'outlet' ? 'outlet' : 'person'
  const asked = input.sources ?? KNOWN_SOURCES
  const told = new Set(KNOWN_SOURCES.filter((source) => asked.includes(source) && isTold(source, of)))
  const scopes = peopleOf(call, subject).map((staff) =>
    scopeOf(call, { staff, from, to, words: words.toLowerCase(), sources: told }),
  )
  const readers = READERS.filter(
    ({ sources, subjects }) => subjects.includes(of) && sources.some((source) => told.has(source)),
  )
  const ask: Ask =
    subject.kind === 'team'
      ? (scope, read) => read(scope).map((record) => ({ ...record, whose: scope.staff?.name ?? null }))
      : (scope, read) => read(scope)
  const { records, next } = pageOf({ readers, scopes, ask, limit, after, isTeam: subject.kind === 'team' })
  const totals = () => scopes.flatMap((scope) => ask(scope, (one) => [...totalsOf(readers, one), ...certificate(one)]))
  return {
    totals: after === null ? totals() : [],
    records,
    next,
    tooLong: [...new Set(readers.filter((reader) => isTooLong(reader, from, to)).flatMap(({ sources }) => sources))],
    untold: asked.filter((source) => !told.has(source as KnownSource)),
  }
}

/** The figure of a whole period again, by the uid it was linked under; null where nothing stands behind it any more. */
export function findPeriodFigure(call: Call, uid: string): EvidenceRecord | null {
  const [name = '', of = '', from = '', to = ''] = uid.split('~')
  const source = KNOWN_SOURCES.find((one) => one === name)
  const staff = of === 'outlet' ? null : findStaffByUid(call.database, of)
  if (!source || staff === undefined || !from || !to) return null
  const subject: ReaderSubject = staff ? 'person' : 'outlet'
  const scope = scopeOf(call, { staff, from, to, words: '', sources: new Set([source]) })
  const readers = READERS.filter(({ sources, subjects }) => sources.includes(source) && subjects.includes(subject))
  return totalsOf(readers, scope)[0] ?? null
}

/** Reads of one scope; of a team the name is put beside what was found. */
type Ask = (scope: Scope, read: (scope: Scope) => EvidenceRecord[]) => EvidenceRecord[]

function isTold(source: KnownSource, subject: ReaderSubject): boolean {
  if (source === CERTIFIED) return subject === 'person'
  return READERS.some(({ sources, subjects }) => sources.includes(source) && subjects.includes(subject))
}

/** One, each member of a team once, or null for the outlet itself. */
function peopleOf(call: Call, subject: EvidenceSubject): (StaffMember | null)[] {
  if (subject.kind === 'outlet') return [null]
  const uids = subject.kind === 'team' ? [...new Set(subject.staffUids)] : [subject.staffUid]
  return uids.map((uid) => {
    const staff = findStaffByUid(call.database, uid)
    if (!staff) throw new AppError('not-found', 'personGone')
    return staff
  })
}

function scopeOf(call: Call, of: Pick<Scope, 'staff' | 'from' | 'to' | 'words' | 'sources'>): Scope {
  const zone = readZone(call.database)
  const start = instantOf(of.from, 0, zone)
  return { ...of, call, zone, start, end: instantOf(of.to, DAY_MINUTES, zone), limit: 1 }
}

interface Page {
  readers: readonly EvidenceReader[]
  scopes: readonly Scope[]
  ask: Ask
  limit: number
  after: EvidenceCursor | null
  isTeam: boolean
}

/**
 * Each reader gives its newest, as many as the page could need; together they are sorted by day, and what was shown of
 * the first day is left out. So a page is the same however many records lie before it.
 */
function pageOf({ readers, scopes, ask, limit, after, isTeam }: Page) {
  const skip = after?.skip ?? 0
  const all = scopes.flatMap((scope) => {
    const to = after ? after.on : scope.to
    const page = { ...scope, to, end: instantOf(to, DAY_MINUTES, scope.zone), limit: skip + limit + 1 }
    return ask(page, (one) => readers.flatMap((reader) => reader.records?.(one) ?? []))
  })
  const sorted = (isTeam ? shared(all) : all).sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
  const records = sorted.slice(skip, skip + limit)
  const last = records.at(-1)
  if (!last || sorted.length <= skip + limit) return { records, next: null }
  const shownOfDay = records.filter(({ on }) => on === last.on).length
  return { records, next: { on: last.on, skip: shownOfDay + (after?.on === last.on ? skip : 0) } }
}

/**
 * A record that two members share stands once, with both names. Look-backs of one task are told apart by their days, so
 * that of one person nothing is merged, and a reader cut at its limit still shows that there is more.
 */
function shared(records: readonly EvidenceRecord[]): EvidenceRecord[] {
  const found = new Map<string, EvidenceRecord>()
  for (const record of records) {
    const key = `${record.source} ${record.record.uid} ${record.on}`
    const other = found.get(key)
    const whose = [other?.whose, record.whose].filter(Boolean).join(', ')
    found.set(key, other ? { ...other, whose: whose || null } : record)
  }
  return [...found.values()]
}

function isTooLong({ mostDays }: EvidenceReader, from: string, to: string): boolean {
  return mostDays !== undefined && daysApart(from, to) > mostDays
}

function totalsOf(all: readonly EvidenceReader[], scope: Scope): EvidenceRecord[] {
  const readers = all.filter((reader) => !isTooLong(reader, scope.from, scope.to))
  return readers.flatMap((reader) => reader.totals?.(scope) ?? []).map((total) => periodRecord(total, scope))
}

function periodRecord(
  { source, figure }: { source: KnownSource; figure: EvidenceFigure },
  { staff, from, to }: Scope,
): EvidenceRecord {
  const of = staff?.uid ?? 'outlet'
  const uid = [source, of, from, to].join('~')
  return { ...BLANK, source, record: { kind: 'period-figure', uid }, on: to, fact: 'period', figure }
}

function certificate({ call, staff, to, sources }: Scope): EvidenceRecord[] {
  const record = staff && sources.has(CERTIFIED) ? certificateOf(call, staff, to) : null
  return record ? [record] : []
}
