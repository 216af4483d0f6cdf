import type { InputOf } from '../../../../shared/contract/index.ts'
import type { spreadChecks } from '../../../../shared/contract/spread-checks.ts'
import { AppError } from '../../../../shared/errors.ts'
import { findItem } from '../../checklists/index.ts'
import type { Call } from '../../handlers.ts'
import { openTask } from '../open-task.ts'
import { type RectificationRow, selectTasks } from '../rectification-repository.ts'
import { OPEN } from '../state-lists.ts'
import {
  findCheck,
  finishCheck,
  insertCheck,
  insertSpot,
  listSpots,
  markSpot,
  type SpreadCheckRow,
  type SpreadSpotRow,
} from './spread-check-repository.ts'
import { similarItems } from './spread-rules.ts'

const MOST_SPOTS = 100

export function startSpreadCheck(call: Call, task: RectificationRow): void {
  const { database } = call
  if (findCheck(database, task.id)) throw new AppError('conflict', 'spreadStarted')
  if (task.state === 'void') throw new AppError('not-allowed-now', 'spreadOfVoid')
  insertCheck(database, { uid: call.ports.ids.uid(call.now), taskId: task.id, at: call.now, by: call.actor.staffId })
  const check = getRunning(call, task)
  const items = similarItems(call, task)
  for (const { no, zone, zh } of items) {
    insertSpot(database, { spread_check_id: check.id, item_no: no, zone_id: zone, description: zh })
  }
  tell(call, task, null, { spots: items.length })
}

export function addSpot(call: Call, task: RectificationRow, input: InputOf<typeof spreadChecks.addSpot>): void {
  const { zone, description } = input
  const check = getRunning(call, task)
  if (listSpots(call.database, check.id).length >= MOST_SPOTS) throw new AppError('not-allowed-now', 'spreadTooMany')
  insertSpot(call.database, { spread_check_id: check.id, item_no: null, zone_id: zone, description })
  tell(call, task, null, { added: description })
}

export function checkSpots(call: Call, task: RectificationRow, { spots }: InputOf<typeof spreadChecks.check>): void {
  const check = getRunning(call, task)
  const rows = new Map(listSpots(call.database, check.id).map((row) => [row.id, row]))
  for (const { id, result, note } of spots) {
    const spot = rows.get(id)
    if (!spot) throw new AppError('not-found', 'spotGone')
    if (spot.result !== null) throw new AppError('conflict', 'spotChecked')
    if (result !== 'pass' && note === '') {
      const reason = result === 'fail' ? 'spotFailNeedsNote' : 'spotStruckNeedsReason'
      throw new AppError('invalid-input', reason, { fields: { note: reason } })
    }
    const row = { result, note: note || null, checked_at: call.now, checked_by: call.actor.staffId }
    markSpot(call.database, id, { ...row, task_id: result === 'fail' ? openFound(call, task, spot, note) : null })
    rows.set(id, { ...spot, result })
  }
  tell(call, task, null, { checked: spots.map(({ id, result }) => ({ id, result })) })
}

export function finishSpreadCheck(call: Call, task: RectificationRow, note: string): void {
  const check = getRunning(call, task)
  const spots = listSpots(call.database, check.id)
  const open = spots.filter(({ result }) => result === null).length
  if (open > 0) throw new AppError('not-allowed-now', 'spotsOpen', { params: { count: open } })
  const isEmpty = spots.every(({ result }) => result === 'struck')
  if (isEmpty && note === '') {
    throw new AppError('invalid-input', 'spreadEmptyNeedsNote', { fields: { note: 'spreadEmptyNeedsNote' } })
  }
  finishCheck(call.database, check.id, { at: call.now, by: call.actor.staffId, note: note || null })
  tell(call, task, { done_at: null }, { done_at: call.now, note: note || null })
}

/** A spot whose item has an open task already is that task's; any other opens one, linked by the spot. */
function openFound(call: Call, first: RectificationRow, spot: SpreadSpotRow, note: string): number {
  const item = findItem(call.database, spot.item_no)
  const [known] = selectTasks(call.database, `WHERE item_no = @item AND state IN (${OPEN}) ORDER BY id LIMIT 1`, {
    item: item?.no ?? null,
  })
  if (known) return known.id
  const opened = openTask(call, {
    source: 'spread',
    foundAt: call.now,
    description: item ? note : `${spot.description}：${note}`,
    severity: item?.severity ?? 'minor',
    zoneId: spot.zone_id,
    item: item ?? null,
    ownerStaff: item ? null : first.owner_staff,
    queue: item ? item.default_owner_role : first.owner_staff === null ? first.owner_queue : null,
    photos: [],
    patrolId: null,
  })
  return opened.id
}

function getRunning(call: Call, task: RectificationRow): SpreadCheckRow {
  const check = findCheck(call.database, task.id)
  if (!check) throw new AppError('not-allowed-now', 'spreadNotStarted')
  if (check.done_at !== null) throw new AppError('conflict', 'spreadDone')
  return check
}

function tell(call: Call, task: RectificationRow, before: object | null, after: object): void {
  call.changed({ record: 'spread-check', uid: task.uid, before, after: { task: task.no, ...after } })
  call.touched('rectifications', task.uid)
}
