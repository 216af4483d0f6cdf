import type {
  ActId,
  LinkedTask,
  Rectification,
  RectificationCard,
  RedoStep,
  Rule,
  TaskState,
} from '../../../shared/contract/rectifications.ts'
import { businessDaysBefore } from '../../../shared/domain/business-clock.ts'
import { businessDay, DAY_MS } from '../../../shared/domain/business-day.ts'
import { isOverdue } from '../../../shared/domain/task-states.ts'
import { readCalendar } from '../calendar/index.ts'
import { listRounds, readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findPersonById, staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { CLEAN_ROUNDS } from './clean-rounds.ts'
import { missingLayers, redoSteps } from './measure-layers.ts'
import { movesOf } from './move-task.ts'
import { afterPhotosOf, beforePhotosOf, parsePhotos } from './photos-of-events.ts'
import { getTask, listEvents, listLookBacks, type RectificationRow, selectTasks } from './rectification-repository.ts'
import { readRules } from './rules.ts'
import { OPEN, UNFIXED } from './state-lists.ts'
import { actsOf } from './task-acts.ts'
import { photoRule } from './task-requirements.ts'
import { waitedDays } from './task-waiting.ts'

/**
 * Mine: owned by me, lying in a queue of mine, waiting for my check; where I am the head also what is to be given out or
 * decided, what is overdue for a working day, and what was seen again after the day until which it was known.
 */
export const MINE = `((owner_staff = @me AND state IN (${UNFIXED})) OR
  (owner_staff IS NULL AND state IN (${UNFIXED}) AND owner_queue IN (SELECT value FROM json_each(@queues))) OR
  (@isHead = 1 AND state IN ('found', 'reopened', 'escalated')) OR
  (@isHead = 1 AND state IN (${UNFIXED}) AND (due_at <= @climbedBefore OR known_ended_at IS NOT NULL)) OR
  (@mayVerify = 1 AND state = 'submitted' AND (owner_staff IS NULL OR owner_staff <> @me)))`

export function countTasks(call: Call) {
  const row = statement(
    call.database,
    `SELECT count(*) AS open, sum(due_at < @now AND state IN (${UNFIXED})) AS overdue, sum(${MINE}) AS mine,
       sum(state = 'submitted' AND (owner_staff IS NULL OR owner_staff <> @me)) AS toVerify,
       sum(severity = 'critical') AS critical
     FROM rectification WHERE state IN (${OPEN})`,
  ).get({ ...meOf(call), now: call.now }) as Record<
    'open' | 'overdue' | 'mine' | 'toVerify' | 'critical',
    number | null
  >
  const { open, overdue, mine, toVerify, critical } = row
  return { open: open ?? 0, overdue: overdue ?? 0, mine: mine ?? 0, toVerify: toVerify ?? 0, critical: critical ?? 0 }
}

export function readCard(call: Call, uid: string): RectificationCard {
  const row = getTask(call.database, uid)
  const refs = staffRefs(call.database)
  const events = listEvents(call.database, row.id)
  const { allowed, required } = photoRule(call, row)
  return {
    task: contractTask(call, row),
    timeline: events.map((event) => ({
      at: event.at,
      by: refs.get(event.by ?? 0)?.name ?? event.by_text ?? '',
      from: event.from_state as TaskState | null,
      to: event.to_state as TaskState,
      note: event.note,
      photos: parsePhotos(event.photos),
      rule: event.rule as Rule | ActId | null,
      redo: event.redo === null ? [] : (JSON.parse(event.redo) as RedoStep[]),
    })),
    beforePhotos: beforePhotosOf(events),
    afterPhotos: afterPhotosOf(events),
    lookBacks: listLookBacks(call.database, row.id).map(({ on, result, note }) => ({ on, result, note })),
    cameBackAt: row.reopened_at,
    temporaryMeasure: row.temporary_measure,
    restored: row.restored,
    causeNote: row.cause_note,
    corrected: row.restored === null || row.measure !== row.restored ? row.measure : null,
    prevention: row.prevention,
    costFen: row.cost_fen,
    missingLayers: row.state === 'submitted' ? missingLayers(call, row) : [],
    redo: redoSteps(row),
    known:
      row.known_until === null
        ? null
        : { until: row.known_until, reason: row.known_reason ?? '', hasEnded: row.known_ended_at !== null },
    photoAllowed: allowed,
    photoRequired: required,
    moves: movesOf(call, row),
    acts: actsOf(call, row),
    extension: {
      granted: row.extensions,
      reason: row.extension_reason,
      asked: row.asked_until === null ? null : { until: row.asked_until, reason: row.asked_reason ?? '' },
    },
    earlier: linkedOf(call, row, 'earlier'),
    later: linkedOf(call, row, 'later'),
    rounds: roundsOf(call, row),
    cleanRounds: { count: row.clean_rounds, of: CLEAN_ROUNDS },
  }
}

export function contractTask(call: Call, row: RectificationRow): Rectification {
  const refs = staffRefs(call.database)
  const checklist = readChecklist(call.database)
  const item = row.item_no === null ? undefined : checklist.itemByNo.get(row.item_no)
  return {
    uid: row.uid,
    no: row.no,
    source: row.source,
    foundAt: row.found_at,
    foundBy: refs.get(row.found_by ?? 0)?.name ?? row.found_by_text ?? '',
    zone: row.zone_id,
    item: item?.id ?? null,
    itemText: item ? { zh: item.zh, en: item.en } : null,
    description: row.description,
    severity: row.severity,
    occurrence: row.occurrence,
    owner: { person: refs.get(row.owner_staff ?? 0) ?? null, queue: row.owner_queue, text: row.owner_text },
    dueAt: row.due_at,
    state: row.state,
    stateSince: row.state_since,
    isOverdue: isOverdue({ state: row.state, dueAt: row.due_at }, call.now),
    isTwoPersonSample: row.is_two_person_sample === 1,
    coOwner: refs.get(row.co_owner ?? 0) ?? null,
    urged: row.urged_at === null ? null : { count: row.urges, at: row.urged_at },
    doneAt: row.done_at,
    verifiedAt: row.verified_at,
    verifier: refs.get(row.verifier ?? 0)?.name ?? row.verifier_text,
    cause: row.cause,
    measure: row.measure ?? row.restored,
    nextLookBackOn: nextLookBack(call, row),
    patrolUid: patrolUid(call, row.patrol_id),
    waiting:
      row.state === 'waiting'
        ? { for: row.waiting_for ?? '', expectedOn: row.expected_on, days: daysSince(call, row.state_since) }
        : null,
    waitedDays: waitedDays(row, call.now),
    reminded: row.reminded_at === null ? null : { count: row.reminders, at: row.reminded_at },
  }
}

export function meOf(call: Call) {
  const me = call.actor.staffId === null ? undefined : findPersonById(call.database, call.actor.staffId)
  const isHead = call.actor.role === 'outlet-head'
  const mayVerify = ['outlet-head', 'ops-supervisor', 'lobby-manager'].includes(call.actor.role ?? '')
  return {
    me: call.actor.staffId ?? -1,
    queues: JSON.stringify(me ? [me.post, ...me.duties] : []),
    mayVerify: Number(mayVerify),
    isHead: Number(isHead),
    climbedBefore: isHead ? climbedBefore(call) : 0,
  }
}

/** What was due by then the head has too. */
function climbedBefore({ ports, now }: Call): number {
  const days = readRules(ports.content).reminders.head_after_working_days
  return businessDaysBefore(now, days, readCalendar(ports))
}

/** Calendar days from the day of an instant to today. */
function daysSince(call: Call, at: number): number {
  const from = businessDay(at, readZone(call.database))
  return Math.max(0, Math.round((Date.parse(call.today) - Date.parse(from)) / DAY_MS))
}

const MOST_LINKED = 10

/** Tasks of the same item, found before or after, the nearest first. */
function linkedOf(call: Call, row: RectificationRow, side: 'earlier' | 'later'): LinkedTask[] {
  if (row.item_no === null) return []
  const [than, order] = side === 'earlier' ? ['<', 'DESC'] : ['>', 'ASC']
  return selectTasks(
    call.database,
    `WHERE item_no = @item AND found_at ${than} @at AND id <> @id ORDER BY found_at ${order} LIMIT ${MOST_LINKED}`,
    { item: row.item_no, at: row.found_at, id: row.id },
  ).map(({ uid, no, found_at, verified_at, closed_at, state }) => ({
    ...{ uid, no, state },
    foundAt: found_at,
    doneAt: verified_at ?? closed_at,
  }))
}

/** Later rounds in which the same fault was seen, oldest first. */
function roundsOf(call: Call, row: RectificationRow): RectificationCard['rounds'] {
  const rows = statement(
    call.database,
    `SELECT patrol.uid, "on", round_no AS roundNo, was IS NOT NULL AS broughtBack FROM rectification_known
     JOIN patrol ON patrol.id = patrol_id WHERE rectification_id = ? ORDER BY "on", round_no LIMIT 200`,
  ).all(row.id) as { uid: string; on: string; roundNo: number; broughtBack: number }[]
  const rounds = new Map(listRounds(call.database).map(({ no, id }) => [no, id]))
  return rows.flatMap(({ uid, on, roundNo, broughtBack }) => {
    const round = rounds.get(roundNo)
    return round ? [{ patrolUid: uid, on, round, broughtBack: broughtBack === 1 }] : []
  })
}

function nextLookBack(call: Call, row: RectificationRow): string | null {
  if (row.verified_at === null) return null
  const on = statement(
    call.database,
    'SELECT min("on") FROM rectification_look_back WHERE rectification_id = ? AND result IS NULL',
  )
    .pluck()
    .get(row.id)
  return typeof on === 'string' ? on : null
}

function patrolUid(call: Call, patrolId: number | null): string | null {
  if (patrolId === null) return null
  const uid = statement(call.database, 'SELECT uid FROM patrol WHERE id = ?').pluck().get(patrolId)
  return typeof uid === 'string' ? uid : null
}
