import type { SpreadCard } from '../../../../shared/contract/spread-checks.ts'
import { OPEN_STATES } from '../../../../shared/domain/task-states.ts'
import { findItem } from '../../checklists/index.ts'
import { statement } from '../../database/statements.ts'
import type { Call } from '../../handlers.ts'
import { staffRefs } from '../../people/index.ts'
import { quoted } from '../state-lists.ts'
import { findCheck, findOrigin, listSpots, type SpreadSpotRow } from './spread-check-repository.ts'
import { type SpreadSubject, spreadDueOn, spreadReasons } from './spread-rules.ts'

const MOST_ROWS = 200
const UNCLOSED = quoted([...OPEN_STATES, 'verified', 'lookback'])

export function readSpreadCard(call: Call, task: SpreadSubject & { state: string }, mayCheck: boolean): SpreadCard {
  const refs = staffRefs(call.database)
  const nameOf = (id: number | null) => refs.get(id ?? 0)?.name ?? null
  const row = findCheck(call.database, task.id)
  const dueOn = spreadDueOn(call, task)
  const reasons = spreadReasons(call, task)
  return {
    reasons,
    dueOn,
    isOverdue: reasons.length > 0 && (row?.done_at ?? null) === null && dueOn < call.today && task.state !== 'void',
    mayCheck: mayCheck && task.state !== 'void',
    check: row
      ? {
          startedAt: row.started_at,
          startedBy: nameOf(row.started_by) ?? '',
          doneAt: row.done_at,
          doneBy: nameOf(row.done_by),
          note: row.note,
          spots: listSpots(call.database, row.id).map((spot) => contractSpot(call, spot, nameOf)),
        }
      : null,
    origin: findOrigin(call.database, task.id) ?? null,
  }
}

function contractSpot(call: Call, spot: SpreadSpotRow, nameOf: (id: number | null) => string | null) {
  const item = findItem(call.database, spot.item_no)
  return {
    id: spot.id,
    item: item?.id ?? null,
    itemText: item ? { zh: item.zh, en: item.en } : null,
    zone: spot.zone_id,
    description: spot.description,
    result: spot.result,
    note: spot.note,
    checkedAt: spot.checked_at,
    checkedBy: nameOf(spot.checked_by),
    task: spot.task_uid && spot.task_no ? { uid: spot.task_uid, no: spot.task_no } : null,
  }
}

function itemText(call: Call, itemNo: number | null) {
  const item = findItem(call.database, itemNo)
  return item ? { zh: item.zh, en: item.en } : null
}

interface OpenRow extends SpreadSubject {
  uid: string
  no: string
  description: string
  spots: number
  checked: number
}

/** Tasks that are not closed and whose spread check is not finished, the soonest due first. */
export function listOpenSpreadChecks(call: Call) {
  const rows = statement(
    call.database,
    `SELECT task.id, task.uid, task.no, task.source, task.severity, task.occurrence, task.found_at, task.reopened_at, task.item_no,
       task.zone_id, task.description, count(spot.id) AS spots, count(spot.result) AS checked
     FROM rectification task LEFT JOIN spread_check AS found ON found.rectification_id = task.id
       AND found.started_at >= coalesce(task.reopened_at, 0)
     LEFT JOIN spread_spot AS spot ON spot.spread_check_id = found.id
     WHERE task.state IN (${UNCLOSED}) AND task.source <> 'spread' AND found.done_at IS NULL
       AND (task.severity <> 'minor' OR task.occurrence > 1 OR task.source = 'complaint' AND EXISTS (
         SELECT 1 FROM complaint_clock WHERE rectification_id = task.id AND is_upheld = 1))
     GROUP BY task.id ORDER BY task.found_at LIMIT ${MOST_ROWS}`,
  ).all() as OpenRow[]
  return rows
    .filter((row) => spreadReasons(call, row).length > 0)
    .map((row) => {
      const dueOn = spreadDueOn(call, row)
      return {
        task: { uid: row.uid, no: row.no },
        description: row.description,
        itemText: itemText(call, row.item_no),
        severity: row.severity as 'minor' | 'major' | 'critical',
        dueOn,
        isOverdue: dueOn < call.today,
        spots: row.spots,
        checked: row.checked,
      }
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
}

/** Scope and result in a line of the ledger: checked, failed, and the day; empty where nothing was begun. */
export function spreadCounts({ database }: Pick<Call, 'database'>, taskId: number) {
  const check = findCheck(database, taskId)
  if (!check) return null
  const spots = listSpots(database, check.id).filter(({ result }) => result !== 'struck')
  return {
    spots: spots.length,
    checked: spots.filter(({ result }) => result !== null).length,
    failed: spots.filter(({ result }) => result === 'fail').length,
    doneAt: check.done_at,
  }
}
