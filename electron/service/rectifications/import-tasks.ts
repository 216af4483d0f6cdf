import type { Severity } from '../../../shared/contract/checklists.ts'
import { Source } from '../../../shared/contract/rectifications.ts'
import { businessDay, instantOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { dueAtOf, logStep } from './open-task.ts'
import { BLANK, insertTask, nextSerial } from './rectification-repository.ts'

/** One row of an imported ledger. Days are local; a ledger knows no times of day. */
export interface ImportedTask {
  number: string | null
  foundOn: string
  source: string | null
  zone: string | null
  itemId: string | null
  description: string
  severity: Severity
  owner: number | null
  ownerText: string | null
  dueOn: string | null
  doneOn: string | null
  isDone: boolean
  result: string | null
  note: string | null
}

const MORNING_MINUTE = 9 * 60
const EVENING_MINUTE = 17 * 60

export function importTasks(call: Call, tasks: readonly ImportedTask[], importId: number): void {
  for (const task of tasks) importTask(call, task, importId)
}

function importTask(call: Call, task: ImportedTask, importId: number): void {
  const { database, now } = call
  const zone = readZone(database)
  const at = (day: string, minute: number) => instantOf(day, minute, zone)
  const foundAt = at(task.foundOn, MORNING_MINUTE)
  const doneAt = task.isDone ? at(task.doneOn ?? task.foundOn, EVENING_MINUTE) : null
  const item = task.itemId === null ? null : (readChecklist(database).itemById.get(task.itemId) ?? null)
  const year = Number(businessDay(foundAt, zone).slice(0, 4))
  const serial = nextSerial(database, year)
  const hasOwner = task.owner !== null || task.ownerText !== null
  const state = task.isDone ? 'closed' : hasOwner ? 'assigned' : 'found'
  const row = insertTask(database, {
    ...BLANK,
    uid: call.ports.ids.uid(now),
    year,
    serial,
    no: task.number ?? `${findOutlet(database)?.code ?? ''}-${year}-${String(serial).padStart(4, '0')}`,
    source: Source.catch('self-report').parse(task.source),
    found_at: foundAt,
    entered_at: now,
    zone_id: task.zone ?? item?.zone ?? null,
    item_no: item?.no ?? null,
    item_version: item?.version ?? null,
    description: task.description,
    severity: task.severity,
    owner_staff: task.owner,
    owner_text: task.owner === null ? task.ownerText : null,
    due_at: task.dueOn === null ? dueAtOf(call, task.severity, item, foundAt) : at(task.dueOn, EVENING_MINUTE),
    state,
    state_since: doneAt ?? foundAt,
    measure: task.result,
    done_at: doneAt,
    closed_at: doneAt,
    import_id: importId,
    extra: task.note === null ? null : JSON.stringify({ note: task.note }),
  })
  logStep(call, row.id, null, state, task.result ?? task.description, [])
  call.changed({ record: 'rectification', uid: row.uid, before: null, after: { no: row.no, state, imported: true } })
  call.touched('rectifications', row.uid)
}

/** Work on a task that leaves no step in its history. */
const HELD_BY = ['complaint_clock', 'spread_check', 'accountability', 'inspection_notice_task']

/** Takes every task of an import back, unless somebody has worked on one of them since. */
export function removeImportedTasks(call: Call, importId: number): void {
  const { database } = call
  const moved = statement(
    database,
    `SELECT count(*) FROM rectification task WHERE import_id = ? AND (
       (SELECT count(*) FROM rectification_event WHERE rectification_id = task.id) > 1
       ${HELD_BY.map((table) => `OR EXISTS (SELECT 1 FROM ${table} WHERE rectification_id = task.id)`).join(' ')})`,
  )
    .pluck()
    .get(importId)
  if (Number(moved) > 0) throw new AppError('conflict', 'importUsedSince', { params: { count: Number(moved) } })
  const rows = statement(database, 'SELECT id, uid, no FROM rectification WHERE import_id = ?').all(importId) as {
    id: number
    uid: string
    no: string
  }[]
  for (const { id, uid, no } of rows) {
    for (const table of ['rectification_event', 'rectification_look_back', 'rectification_known']) {
      statement(database, `DELETE FROM ${table} WHERE rectification_id = ?`).run(id)
    }
    statement(database, 'DELETE FROM rectification WHERE id = ?').run(id)
    call.changed({ record: 'rectification', uid, before: { no }, after: null })
    call.touched('rectifications', uid)
  }
}
