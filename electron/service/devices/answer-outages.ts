import type { devices, Outage } from '../../../shared/contract/devices.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { ANSWERS, type AnswerValue } from '../../../shared/contract/patrols.ts'
import { UPTIME_INDICATOR } from '../../../shared/domain/device-uptime.ts'
import { AppError } from '../../../shared/errors.ts'
import { type NumberedItem, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { isInUse, listDevices, type RegisteredDevice } from './device-repository.ts'
import {
  listOpenOutagesOf,
  listOpenOutagesOfItem,
  listOutagesAt,
  listOutagesEndedByAnswer,
  listOutagesOfAnswer,
  listOutagesOfItemAt,
} from './outage-repository.ts'
import { contractOutage, readDevices } from './read-devices.ts'
import { assertMayRecord, endOutage, noteLateEnd, openOutage, resumeOutage, takeBack } from './record-outages.ts'

/** One answer of a round to an item that feeds uptime, and what it was before. */
export interface AnsweredDeviceItem {
  patrolId: number
  item: NumberedItem
  before: AnswerValue | null
  after: AnswerValue
  note: string | null
  seenAt: number
}

/** An answer seen longer ago than this was kept on a device without connection, or entered afterwards. */
const LATE_MS = 60_000

export function feedsUptime({ feeds }: Pick<NumberedItem, 'feeds'>): boolean {
  return feeds?.includes(UPTIME_INDICATOR) ?? false
}

/**
 * A fail opens the outage of the item's device where there is but one; of several the round asks which. Seen running
 * again, what rounds opened through this item ends. Another answer in the same place takes back what the first one did.
 */
export function outagesFollowAnswer(call: Call, answer: AnsweredDeviceItem): void {
  const { database } = call
  const { patrolId, item, before, after, seenAt } = answer
  if (before === after) return
  if (before === 'fail') {
    for (const outage of listOutagesOfAnswer(database, patrolId, item.no)) takeBack(call, outage, null)
  }
  if (isRunning(before) && !isRunning(after)) {
    for (const outage of listOutagesEndedByAnswer(database, patrolId, item.no)) {
      const end = findRunningAgain(call, { ...answer, seenAt: outage.ended_at ?? seenAt })
      if (end) endOutage(call, outage, end.at, { patrolId: end.patrolId, itemNo: item.no })
      else resumeOutage(call, outage)
    }
  }
  if (after === 'fail') {
    const [only, ...others] = devicesOf(call, item)
    if (only && others.length === 0) openFor(call, answer, only)
  }
  if (isRunning(after) && !isRunning(before)) {
    // What ended meanwhile matters only to an answer that comes late.
    const isLate = before !== null || call.now - seenAt > LATE_MS
    const outages = isLate ? listOutagesOfItemAt(database, item.no, seenAt) : listOpenOutagesOfItem(database, item.no)
    for (const outage of outages) {
      if (outage.started_at > seenAt) continue
      if (outage.ended_at !== null && before === null) noteLateEnd(call, outage)
      endOutage(call, outage, seenAt, { patrolId, itemNo: item.no })
    }
  }
}

/** By whoever gave the answer, or may record outages at all. */
export function nameForAnswer(call: Call, input: InputOf<typeof devices.nameForAnswer>): Outage[] {
  const { patrolId, item, standing } = findAnswer(call, input)
  if (standing?.value !== 'fail') throw new AppError('not-allowed-now', 'answerIsNoFail')
  if (standing.by !== call.actor.staffId) assertMayRecord(call)
  const ofItem = devicesOf(call, item)
  const wanted = input.devices.map((uid) => ofItem.find((one) => one.uid === uid))
  if (wanted.includes(undefined)) throw new AppError('invalid-input', 'deviceOfOtherZone')
  for (const outage of listOutagesOfAnswer(call.database, patrolId, item.no)) {
    if (!wanted.some((device) => device?.id === outage.device_id)) takeBack(call, outage, null)
  }
  const { seenAt, note } = standing
  for (const device of wanted) {
    if (device) openFor(call, { patrolId, item, before: null, after: 'fail', note, seenAt }, device)
  }
  return listOutagesOfAnswer(call.database, patrolId, item.no).map((row) => contractOutage(call, row))
}

export function readDevicesOfAnswer(call: Call, input: InputOf<typeof devices.ofAnswer>) {
  const { patrolId, item } = findAnswer(call, input)
  const ids = new Set(devicesOf(call, item).map(({ uid }) => uid))
  const shown = readDevices(call).filter(({ uid }) => ids.has(uid))
  const opened = listOutagesOfAnswer(call.database, patrolId, item.no).map(
    (row) => contractOutage(call, row).device.uid,
  )
  return { devices: shown, named: opened }
}

function isRunning(value: AnswerValue | null): boolean {
  return value === 'pass' || value === 'fixed'
}

/** Devices in use in the zone of an item. */
function devicesOf({ database, today }: Call, item: NumberedItem): RegisteredDevice[] {
  return listDevices(database).filter((device) => device.zone === item.zone && isInUse(device, today))
}

/** A device that is down already, or was by then, stays down by its first outage. */
function openFor(call: Call, answer: AnsweredDeviceItem, device: RegisteredDevice): void {
  const { patrolId, item, note, seenAt } = answer
  if (listOpenOutagesOf(call.database, device.id).some(({ is_partial }) => is_partial === 0)) return
  if (listOutagesAt(call.database, seenAt, device.id).some(({ is_partial }) => is_partial === 0)) return
  const isNamed = listOutagesOfAnswer(call.database, patrolId, item.no).some((one) => one.device_id === device.id)
  if (isNamed) return
  const end = findRunningAgain(call, answer)
  openOutage(call, {
    device_id: device.id,
    started_at: seenAt,
    ended_at: end?.at ?? null,
    ended_by: end ? call.actor.staffId : null,
    end_patrol_id: end?.patrolId ?? null,
    end_item_no: end ? item.no : null,
    reason: note,
    patrol_id: patrolId,
    item_no: item.no,
    rectification_id: findTaskOfAnswer(call, patrolId, item.no),
  })
}

/** When a later round saw it running: an answer may be corrected, or named, long afterwards. */
function findRunningAgain({ database }: Call, { patrolId, item, seenAt }: AnsweredDeviceItem) {
  const running = ANSWERS.flatMap((value, index) => (isRunning(value) ? [index + 1] : []))
  return statement(
    database,
    `SELECT patrol_id AS patrolId, at FROM (
       SELECT answer.patrol_id, answer.value, max(answer.revision),
         patrol.opened_at + coalesce(answer.seen, answer.at) AS at
       FROM patrol earlier
       JOIN patrol ON patrol."on" >= earlier."on" AND patrol.id <> earlier.id AND patrol.kind <> 'import'
       JOIN patrol_answer answer ON answer.patrol_id = patrol.id AND answer.item_no = @item
       WHERE earlier.id = @patrol GROUP BY answer.patrol_id)
     WHERE at > @seenAt AND value IN (${running.join(', ')}) ORDER BY at LIMIT 1`,
  ).get({ item: item.no, patrol: patrolId, seenAt }) as { patrolId: number; at: number } | undefined
}

function findTaskOfAnswer({ database }: Call, patrolId: number, itemNo: number): number | null {
  const id = statement(
    database,
    `SELECT id FROM rectification WHERE patrol_id = @patrolId AND patrol_item_no = @itemNo AND state <> 'void'
     UNION ALL
     SELECT rectification_id FROM rectification_known WHERE patrol_id = @patrolId AND item_no = @itemNo LIMIT 1`,
  )
    .pluck()
    .get({ patrolId, itemNo })
  return typeof id === 'number' ? id : null
}

function findAnswer({ database }: Call, { patrolUid, item: itemId }: { patrolUid: string; item: string }) {
  const patrol = statement(
    database,
    'SELECT id, opened_at AS openedAt, checklist_version AS version FROM patrol WHERE uid = ?',
  ).get(patrolUid) as { id: number; openedAt: number | null; version: number | null } | undefined
  if (!patrol || patrol.openedAt === null) throw new AppError('not-found', 'patrolGone')
  const item = readChecklist(database, patrol.version ?? undefined).itemById.get(itemId)
  if (!item || !feedsUptime(item)) throw new AppError('invalid-input', 'itemWithoutDevices')
  const row = statement(
    database,
    `SELECT value, by, coalesce(seen, at) AS seen, note FROM patrol_answer
     LEFT JOIN patrol_remark USING (patrol_id, item_no, revision)
     WHERE patrol_id = ? AND item_no = ? ORDER BY revision DESC LIMIT 1`,
  ).get(patrol.id, item.no) as { value: number; by: number | null; seen: number; note: string | null } | undefined
  const value = row && ANSWERS[row.value - 1]
  const standing = row && value ? { value, by: row.by, note: row.note, seenAt: patrol.openedAt + row.seen } : undefined
  return { patrolId: patrol.id, item, standing }
}
