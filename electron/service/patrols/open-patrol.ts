import { dueItems } from '../../../shared/domain/due-items.ts'
import { EMPTY_TALLY } from '../../../shared/domain/patrol-figures.ts'
import { patrolState } from '../../../shared/domain/round-state.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import { listRounds, type NumberedChecklist, type NumberedItem, readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { listAnswers } from './answer-repository.ts'
import { conditionsOn } from './day-conditions.ts'
import { getPatrol, listPatrols, markDueItems, markOpened, type PatrolRow, unpackItems } from './patrol-repository.ts'
import { addToTotal } from './total-repository.ts'

/** Opens a due round, or goes on with one that is open. A missed round opens for late entry and stays missed. */
export function openPatrol(call: Call, uid: string): PatrolRow {
  const patrol = getPatrol(call.database, uid)
  if (patrol.opened_at !== null) return patrol
  const state = patrolState(patrol.status, timesOf(patrol), call.now)
  if (state === 'planned') throw new AppError('not-allowed-now', 'roundNotYetDue')
  const checklist = readChecklist(call.database)
  const items = itemsDueNow(call, patrol, checklist)
  const counted = new Set(unpackItems(patrol.due_items))
  countDue(
    call,
    patrol.id,
    checklist.items.filter(({ no }) => counted.has(no)),
    -1,
  )
  markOpened(call.database, patrol.id, {
    at: call.now,
    by: call.actor.staffId,
    status: state === 'missed' ? 'missed' : 'running',
    isLateEntry: call.now > patrol.window_end,
    checklistVersion: checklist.version,
    dueItems: items.map(({ no }) => no),
  })
  countDue(call, patrol.id, items, 1)
  const after = getPatrol(call.database, uid)
  call.changed({ record: 'patrol', uid, before: { status: patrol.status }, after: { status: after.status } })
  return after
}

/** A round nobody opened was due all the same: its items stand in the due counts of its day. */
export function countMissed(call: Call, patrol: PatrolRow): void {
  if (patrol.opened_at !== null) return
  const checklist = readChecklist(call.database)
  const items = itemsDueNow(call, patrol, checklist)
  markDueItems(
    call.database,
    patrol.id,
    items.map(({ no }) => no),
  )
  countDue(call, patrol.id, items, 1)
}

/** A condition changed during the day: unanswered items of today's open rounds come and go with it. */
export function refreshDueItems(call: Call, on: string): void {
  for (const patrol of listPatrols(call.database, on, on)) {
    if (patrol.kind !== 'round' || patrol.status !== 'running') continue
    const checklist = readChecklist(call.database, patrol.checklist_version ?? undefined)
    const before = new Set(unpackItems(patrol.due_items))
    const answered = new Set(listAnswers(call.database, patrol.id, 0).map(({ itemNo }) => itemNo))
    const wanted = new Set(itemsDueNow(call, patrol, checklist).map(({ no }) => no))
    const after = checklist.items.filter(({ no }) => wanted.has(no) || answered.has(no))
    markDueItems(
      call.database,
      patrol.id,
      after.map(({ no }) => no),
    )
    const numbers = new Set(after.map(({ no }) => no))
    countDue(
      call,
      patrol.id,
      after.filter(({ no }) => !before.has(no)),
      1,
    )
    countDue(
      call,
      patrol.id,
      checklist.items.filter(({ no }) => before.has(no) && !numbers.has(no)),
      -1,
    )
    call.touched('patrols', patrol.uid)
  }
}

/** Adds items to the due counts of their zones, or takes them out. */
export function countDue(call: Call, patrolId: number, items: readonly NumberedItem[], times: 1 | -1): void {
  const byZone = new Map<number, number>()
  for (const { zoneNo } of items) byZone.set(zoneNo, (byZone.get(zoneNo) ?? 0) + times)
  for (const [zoneNo, due] of byZone) addToTotal(call.database, patrolId, zoneNo, { ...EMPTY_TALLY, due })
}

function itemsDueNow(call: Call, patrol: PatrolRow, checklist: NumberedChecklist): NumberedItem[] {
  const round = listRounds(call.database).find(({ no }) => no === patrol.round_no)
  if (!round) throw new AppError('not-found', 'roundGone')
  const zones = new Set(checklist.zones.filter(({ isOn }) => isOn).map(({ id }) => id))
  const calendar = readCalendar(call.ports)
  const day = {
    on: patrol.on,
    conditions: conditionsOn(call, patrol.on),
    isOpen: calendar.isOpen,
    isWorkday: calendar.isWorkday,
  }
  return dueItems(checklist.items, round.id, day).filter(({ zone }) => zones.has(zone))
}

export function timesOf(patrol: PatrolRow) {
  return { windowStart: patrol.window_start, windowEnd: patrol.window_end, dayEndsAt: patrol.day_ends_at }
}
