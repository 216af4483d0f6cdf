import type { EvidenceKind, EvidenceRef } from '../../../shared/contract/award-evidence.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { findEvidence } from '../award-evidence/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'

/** A record that can stand as evidence: the days it belongs to, and what it is known by. */
export interface LinkedRecord {
  from: string
  to: string
  title: string
  /** The meeting that a line was said in. */
  within: string | null
}

type RecordReader = (call: Call, uid: string) => LinkedRecord | null

const dayOf = (call: Call, at: number) => businessDay(at, readZone(call.database))

const patrol: RecordReader = ({ database }, uid) => {
  const on = statement(database, 'SELECT "on" FROM patrol WHERE uid = ? AND submitted_at IS NOT NULL').pluck().get(uid)
  return typeof on === 'string' ? { from: on, to: on, title: on, within: null } : null
}

const task: RecordReader = (call, uid) => {
  const row = statement(
    call.database,
    `SELECT no, description, found_at, coalesce(closed_at, verified_at, done_at, found_at) AS done FROM rectification
     WHERE uid = ? AND state <> 'void'`,
  ).get(uid) as { no: string; description: string; found_at: number; done: number } | undefined
  if (!row) return null
  const [from, done] = [dayOf(call, row.found_at), dayOf(call, row.done)]
  return { from, to: done > from ? done : from, title: `${row.no} ${row.description}`, within: null }
}

const meeting: RecordReader = ({ database }, uid) => {
  const on = statement(database, `SELECT "on" FROM meeting WHERE uid = ? AND state = 'signed'`).pluck().get(uid)
  return typeof on === 'string' ? { from: on, to: on, title: on, within: null } : null
}

/** Read here for the days they span; every other kind by the search of evidence, on the day it gives. */
const READERS: Readonly<Partial<Record<EvidenceKind, RecordReader>>> = {
  patrol,
  rectification: task,
  complaint: task,
  meeting,
}

/** Null where there is no such record, or it is withdrawn or private. */
export function findRecord(call: Call, { kind, uid }: EvidenceRef): LinkedRecord | null {
  const read = READERS[kind]
  if (read) return read(call, uid)
  const found = findEvidence(call, { kind, uid })
  if (!found) return null
  const { on, no, name, words, within } = found
  return { from: on, to: on, title: [no, name?.zh, words].filter((part) => part != null).join(' ') || on, within }
}
