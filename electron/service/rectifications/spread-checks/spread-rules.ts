import { z } from 'zod'
import type { SPREAD_REASONS } from '../../../../shared/contract/spread-checks.ts'
import { addDays, businessDay } from '../../../../shared/domain/business-day.ts'
import { AppError } from '../../../../shared/errors.ts'
import { readCalendar } from '../../calendar/index.ts'
import { type NumberedItem, readChecklist } from '../../checklists/index.ts'
import { statement } from '../../database/statements.ts'
import type { Call } from '../../handlers.ts'
import { readShipped } from '../../shipped-data.ts'
import { findCheck } from './spread-check-repository.ts'

/** Its part of `resources/rectifications/rules.json`. */
const SpreadRules = z
  .object({
    spread_check: z.object({
      required_when: z.array(z.enum(['severity>=major', 'repeat>=2', 'complaint-upheld'])),
      due_working_days: z.int().positive(),
    }),
  })
  .transform(({ spread_check }) => spread_check)

export type SpreadReason = (typeof SPREAD_REASONS)[number]

/** What the rules look at; the whole row of a task has it. */
export interface SpreadSubject {
  id: number
  source: string
  severity: string
  occurrence: number
  reopened_at: number | null
  found_at: number
  item_no: number | null
  zone_id: string | null
}

/** Why a task needs a spread check; what one has found needs none of its own. */
export function spreadReasons(call: Pick<Call, 'database' | 'ports'>, task: SpreadSubject): SpreadReason[] {
  if (task.source === 'spread') return []
  const { required_when } = readShipped(call.ports.content, 'rectifications/rules.json', SpreadRules)
  const holds = {
    'severity>=major': () => task.severity !== 'minor',
    'repeat>=2': () => task.occurrence >= 2,
    'complaint-upheld': () => task.source === 'complaint' && upheldAt(call, task.id) !== null,
  }
  const names = {
    'severity>=major': 'severity',
    'repeat>=2': 'repeat',
    'complaint-upheld': 'complaint-upheld',
  } as const
  return required_when.filter((rule) => holds[rule]()).map((rule) => names[rule])
}

function upheldAt({ database }: Pick<Call, 'database'>, taskId: number): number | null {
  const at = statement(
    database,
    'SELECT coalesce(decided_at, received_at) FROM complaint_clock WHERE rectification_id = ? AND is_upheld = 1',
  )
    .pluck()
    .get(taskId)
  return typeof at === 'number' ? at : null
}

/** A task is closed only after its spread check; striking it off the ledger does not wait for it. */
export function isSpreadMissing(call: Pick<Call, 'database' | 'ports'>, task: SpreadSubject): boolean {
  if (spreadReasons(call, task).length === 0) return false
  return (findCheck(call.database, task.id)?.done_at ?? null) === null
}

export function assertSpreadDone(call: Call, task: SpreadSubject): void {
  if (isSpreadMissing(call, task)) throw new AppError('not-allowed-now', 'spreadCheckFirst')
}

/** Local day, counted in working days from the day the fault was found or came back, or the complaint that alone asks for it upheld. */
export function spreadDueOn(call: Call, task: SpreadSubject): string {
  const calendar = readCalendar(call.ports)
  const { due_working_days } = readShipped(call.ports.content, 'rectifications/rules.json', SpreadRules)
  const isByFault = spreadReasons(call, task).some((reason) => reason !== 'complaint-upheld')
  const from = (isByFault ? null : upheldAt(call, task.id)) ?? task.found_at
  let on = businessDay(Math.max(from, task.reopened_at ?? 0), calendar.zone)
  for (let left = due_working_days, days = 0; left > 0 && days < 366; days++) {
    on = addDays(on, 1)
    if (calendar.isWorkday(on)) left--
  }
  return on
}

const MOST_SPOTS = 30

/**
 * Items in use of the same kind that share a tag with the faulty one, those that share most first, in the order of the
 * walk; without an item everything of the zone.
 */
export function similarItems(call: Call, task: SpreadSubject): NumberedItem[] {
  const { items, itemByNo } = readChecklist(call.database)
  const faulty = task.item_no === null ? undefined : itemByNo.get(task.item_no)
  const others = items.filter(({ isOn, no }) => isOn && no !== task.item_no)
  if (!faulty) return others.filter(({ zone }) => zone === task.zone_id).slice(0, MOST_SPOTS)
  const shared = (item: NumberedItem) => item.tags.filter((tag) => faulty.tags.includes(tag)).length
  return others
    .filter((item) => item.kind === faulty.kind && shared(item) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, MOST_SPOTS)
}
