import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { OwnerId, Severity } from '../../../shared/contract/checklists.ts'
import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import type { ActId, Rule, Source } from '../../../shared/contract/rectifications.ts'
import { addBusinessHours } from '../../../shared/domain/business-clock.ts'
import { businessDay, DAY_MS } from '../../../shared/domain/business-day.ts'
import { readCalendar } from '../calendar/index.ts'
import type { NumberedItem } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { BLANK, insertEvent, insertTask, nextSerial, type RectificationRow } from './rectification-repository.ts'
import { type DueRule, dueRule, readRules } from './rules.ts'

const HOUR_MS = 3_600_000
const RAISE_WINDOW_DAYS = 7

export interface NewTask {
  source: z.infer<typeof Source>
  foundAt: number
  description: string
  severity: Severity
  zoneId: string | null
  item: NumberedItem | null
  ownerStaff: number | null
  queue: OwnerId | null
  photos: string[]
  patrolId: number | null
  /** Agreed with whoever owns it; absent: by the rules. */
  dueAt?: number | undefined
}

/** Opens a task: found, and assigned at once where it has an owner or a queue. */
export function openTask(call: Call, task: NewTask): RectificationRow {
  const { database, now } = call
  const repeat = repeatOf(call, task)
  const severity = repeat.isWithinSevenDays ? oneLevelUp(task.severity) : task.severity
  const year = Number(businessDay(task.foundAt, readZone(database)).slice(0, 4))
  const serial = nextSerial(database, year)
  const isAssigned = task.ownerStaff !== null || task.queue !== null
  const row = insertTask(database, {
    ...BLANK,
    uid: call.ports.ids.uid(now),
    year,
    serial,
    no: `${findOutlet(database)?.code ?? ''}-${year}-${String(serial).padStart(4, '0')}`,
    source: task.source,
    found_at: task.foundAt,
    entered_at: now,
    found_by: call.actor.staffId,
    zone_id: task.zoneId,
    item_no: task.item?.no ?? null,
    item_version: task.item?.version ?? null,
    description: task.description,
    severity,
    occurrence: repeat.occurrence,
    owner_staff: task.ownerStaff,
    owner_queue: task.queue,
    due_at: task.dueAt ?? dueAtOf(call, severity, task.item, task.foundAt),
    contain_due_at: containDueAt(call, severity, task.item, task.foundAt),
    state: isAssigned ? 'assigned' : 'found',
    state_since: now,
    patrol_id: task.patrolId,
    patrol_item_no: task.patrolId === null ? null : (task.item?.no ?? null),
  })
  logStep(call, row.id, null, 'found', task.description, task.photos)
  if (isAssigned) logStep(call, row.id, 'found', 'assigned', null, [])
  call.changed({
    record: 'rectification',
    uid: row.uid,
    before: null,
    after: { no: row.no, state: row.state, severity },
  })
  call.touched('rectifications', row.uid)
  return row
}

export function logStep(
  call: Call,
  taskId: number,
  from: string | null,
  to: string,
  note: string | null,
  photos: string[],
  rule: Rule | ActId | null = null,
): void {
  const { staffId, name } = call.actor
  insertEvent(call.database, taskId, {
    at: call.now,
    by: staffId,
    by_text: staffId === null ? name : null,
    from_state: from,
    to_state: to,
    note: note || null,
    photos,
    rule,
  })
}

/** An item's own due hours for its tasks, the severity's for others; minor and major on the business calendar. */
export function dueAtOf(call: Call, severity: Severity, item: NumberedItem | null, from: number): number {
  const rule = dueRule(readRules(call.ports.content), severity)
  return afterHours(call, rule, item?.default_due_hours ?? rule.fix_hours, from)
}

export function containDueAt(call: Call, severity: Severity, item: NumberedItem | null, from: number): number | null {
  const rule = dueRule(readRules(call.ports.content), severity)
  if (rule.contain_hours === null) return null
  return afterHours(call, rule, Math.min(rule.contain_hours, item?.default_due_hours ?? rule.fix_hours), from)
}

function afterHours(call: Call, { clock }: DueRule, hours: number, from: number): number {
  return clock === 'round-the-clock' ? from + hours * HOUR_MS : addBusinessHours(from, hours, readCalendar(call.ports))
}

/** Occurrences within the repeat window, and whether one of them is younger than seven days. */
export function repeatOf(
  call: { database: Database; ports: Pick<Call['ports'], 'content'> },
  { item, foundAt }: Pick<NewTask, 'item' | 'foundAt'>,
): { occurrence: number; isWithinSevenDays: boolean } {
  if (!item) return { occurrence: 1, isWithinSevenDays: false }
  const windowDays = readRules(call.ports.content).verification.repeat_window_days
  const earlier = statement(
    call.database,
    `SELECT found_at FROM rectification WHERE item_no = ? AND found_at BETWEEN ? AND ? AND state <> 'void'
     ORDER BY found_at DESC`,
  )
    .pluck()
    .all(item.no, foundAt - windowDays * DAY_MS, foundAt) as number[]
  const last = earlier[0]
  return {
    occurrence: earlier.length + 1,
    isWithinSevenDays: last !== undefined && foundAt - last < RAISE_WINDOW_DAYS * DAY_MS,
  }
}

export function oneLevelUp(severity: Severity): Severity {
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + 1, SEVERITIES.length - 1)] ?? severity
}
