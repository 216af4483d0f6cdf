import { ANSWERS, type AnswerValue } from '../../../shared/contract/patrols.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { countAnswer, EMPTY_TALLY, type Tally } from '../../../shared/domain/patrol-figures.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import { listRounds, type NumberedItem, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findWalker, insertAnswer, listAnswers } from './answer-repository.ts'
import { digestOf } from './finish-patrol.ts'
import { countDue } from './open-patrol.ts'
import { getPatrol, insertPatrol, markOpened, markSubmitted } from './patrol-repository.ts'
import { windowsOf } from './plan-days.ts'
import { addToItemDay, addToTotal } from './total-repository.ts'

/** One row of an imported record. An item that is not on the checklist is kept as text. */
export interface ImportedAnswer {
  on: string
  /** Since local midnight, where the file names a time. */
  minute: number | null
  round: string
  itemId: string | null
  text: string
  value: AnswerValue
  by: number | null
  byText: string | null
  note: string | null
}

/** Saves imported rounds: submitted, entered now, due only for their rows. They open no tasks. */
export function importPatrols(call: Call, answers: readonly ImportedAnswer[], importId: number): void {
  const rounds = new Map<string, ImportedAnswer[]>()
  for (const answer of answers) {
    const key = `${answer.on}/${answer.round}`
    rounds.set(key, [...(rounds.get(key) ?? []), answer])
  }
  for (const rows of rounds.values()) importRound(call, rows, importId)
}

function importRound(call: Call, rows: readonly ImportedAnswer[], importId: number): void {
  const { database } = call
  const [first] = rows
  const round = listRounds(database).find(({ id }) => id === first?.round)
  if (!first || !round) return
  const times = timesOf(call, first.on, round.no)
  const checklist = readChecklist(database)
  const items = rows.flatMap(({ itemId }) => checklist.itemById.get(itemId ?? '') ?? [])
  const uid = call.ports.ids.uid(call.now)
  const id = insertPatrol(database, {
    uid,
    kind: 'import',
    on: first.on,
    round_no: round.no,
    ...times,
    import_id: importId,
  })
  markOpened(database, id, {
    at: times.window_start,
    by: first.by,
    status: 'running',
    isLateEntry: true,
    checklistVersion: checklist.version,
    dueItems: items.map(({ no }) => no),
  })
  countDue(call, id, items, 1)
  for (const [position, row] of rows.entries()) {
    const item = checklist.itemById.get(row.itemId ?? '')
    if (item) saveAnswer(call, id, times.window_start, item, row)
    else saveText(call, id, position, row)
  }
  markSubmitted(database, getPatrol(database, uid), {
    at: call.now,
    by: first.by,
    walkedBy: findWalker(database, id) ?? first.by,
  })
  call.changed({
    record: 'patrol',
    uid,
    before: null,
    after: { kind: 'import', on: first.on, round: round.id, answers: rows.length, digest: digestOf(call, id) },
  })
  call.touched('patrols', uid)
}

function saveAnswer(call: Call, patrolId: number, openedAt: number, item: NumberedItem, row: ImportedAnswer): void {
  const zone = readCalendar(call.ports).zone
  const saved = insertAnswer(call.database, patrolId, openedAt, {
    itemNo: item.no,
    revision: 1,
    value: row.value,
    by: row.by,
    enteredAt: call.now,
    seenAt: row.minute === null ? openedAt : instantOf(row.on, row.minute, zone),
    note: row.note,
    reading: null,
    photos: [],
    byText: row.byText,
  })
  if (!saved) throw new AppError('invalid-input', 'invalidValue')
  const tally: Tally = { ...EMPTY_TALLY }
  countAnswer(tally, row.value, item.severity, 1)
  addToTotal(call.database, patrolId, item.zoneNo, tally)
  countItemDay(call, row.on, item.no, row.value, 1)
}

function saveText(call: Call, patrolId: number, position: number, row: ImportedAnswer): void {
  statement(call.database, 'INSERT INTO patrol_text_answer VALUES (?, ?, ?, ?, ?, ?)').run(
    patrolId,
    position,
    row.text,
    ANSWERS.indexOf(row.value) + 1,
    row.byText,
    row.note,
  )
}

function countItemDay(call: Call, on: string, itemNo: number, value: AnswerValue, times: 1 | -1): void {
  if (value === 'pass' || value === 'na') return
  const counts = { fail: 0, fixed: 0, notSeen: 0 }
  counts[value === 'not-seen' ? 'notSeen' : value] = times
  addToItemDay(call.database, { on, itemNo, ...counts })
}

/** The round's window on that day; on a closed day the window of a weekday, since somebody walked it all the same. */
function timesOf(call: Call, on: string, roundNo: number) {
  const calendar = readCalendar(call.ports)
  const rounds = listRounds(call.database)
  const window =
    windowsOf(calendar, rounds, on).find((one) => one.roundNo === roundNo) ??
    windowsOf(
      { ...calendar, day: (day) => ({ ...calendar.day(day), isOpen: true, kind: 'weekday' }) },
      rounds,
      on,
    ).find((one) => one.roundNo === roundNo)
  const start = window?.start ?? instantOf(on, 0, calendar.zone)
  return {
    window_start: start,
    window_end: window?.end ?? start,
    day_ends_at: window?.dayEndsAt ?? instantOf(on, 24 * 60, calendar.zone),
  }
}

/** Takes every round of an import back, with its sums. */
export function removeImportedPatrols(call: Call, importId: number): void {
  const { database } = call
  const rows = statement(database, 'SELECT id, uid, "on", opened_at FROM patrol WHERE import_id = ?').all(importId) as {
    id: number
    uid: string
    on: string
    opened_at: number
  }[]
  for (const { id, uid, on, opened_at } of rows) {
    for (const { itemNo, value } of listAnswers(database, id, opened_at)) countItemDay(call, on, itemNo, value, -1)
    for (const table of ['patrol_answer', 'patrol_remark', 'patrol_total', 'patrol_text_answer', 'patrol_zone']) {
      statement(database, `DELETE FROM ${table} WHERE patrol_id = ?`).run(id)
    }
    statement(database, 'DELETE FROM patrol WHERE id = ?').run(id)
    call.changed({ record: 'patrol', uid, before: { kind: 'import', on }, after: null })
    call.touched('patrols', uid)
  }
}
