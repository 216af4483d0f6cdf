import type {
  DayPlan,
  ItemContext,
  PatrolProgress,
  PatrolSheet,
  PatrolSummary,
} from '../../../shared/contract/patrols.ts'
import { addDays, daysBetween } from '../../../shared/domain/business-day.ts'
import { EMPTY_TALLY, figuresOf, type Tally } from '../../../shared/domain/patrol-figures.ts'
import { patrolState } from '../../../shared/domain/round-state.ts'
import { readCalendar } from '../calendar/index.ts'
import { contractItem, listRounds, type NumberedItem, readChecklist, standardChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { openTasksOfItems } from '../rectifications/index.ts'
import { OutletParameters, readSetting } from '../settings/index.ts'
import { contractAnswer, findStanding, listAnswers, listStanding, refOf } from './answer-repository.ts'
import { answerableFrom } from './answerable-from.ts'
import { askedConditions, conditionsOn } from './day-conditions.ts'
import { timesOf } from './open-patrol.ts'
import { getPatrol, listEarlierPatrols, listPatrols, type PatrolRow, unpackItems } from './patrol-repository.ts'
import { listItemDays, talliesByPatrol, tallyOfPatrol } from './total-repository.ts'

const LAST_ANSWERS = 5
/** Weekly items are due in one round of five: twenty-five earlier rounds hold their last five answers. */
const EARLIER_ROUNDS = 25
const REPEAT_DAYS = 7

export function summarize(call: Call, patrol: PatrolRow, tally: Tally): PatrolSummary {
  return summarizer(call)(patrol, tally)
}

/** For many patrols: names and rounds are read once. */
function summarizer({ database, now }: Call) {
  const refs = staffRefs(database)
  const rounds = new Map(listRounds(database).map(({ no, id }) => [no, id]))
  return (patrol: PatrolRow, tally: Tally): PatrolSummary => ({
    uid: patrol.uid,
    kind: patrol.kind,
    on: patrol.on,
    round: rounds.get(patrol.round_no) ?? 'opening',
    state: patrolState(patrol.status, timesOf(patrol), now),
    windowStart: patrol.window_start,
    windowEnd: patrol.window_end,
    openedAt: patrol.opened_at,
    openedBy: patrol.opened_by === null ? null : refOf(patrol.opened_by, refs),
    submittedAt: patrol.submitted_at,
    submittedBy: patrol.submitted_by === null ? null : refOf(patrol.submitted_by, refs),
    walkedBy: walkerOf(patrol, refs),
    isLateEntry: patrol.is_late_entry === 1,
    figures: figuresOf(tally),
  })
}

/** Until the round is handed in, whoever opened it. */
function walkerOf({ walked_by, opened_by }: PatrolRow, refs: ReturnType<typeof staffRefs>) {
  const walker = walked_by ?? opened_by
  return walker === null ? null : refOf(walker, refs)
}

export function listSummaries(call: Call, from: string, to: string): PatrolSummary[] {
  const tallies = talliesByPatrol(call.database, from, to)
  const summary = summarizer(call)
  return listPatrols(call.database, from, to).map((patrol) =>
    summary(patrol, tallies.get(patrol.id) ?? { ...EMPTY_TALLY }),
  )
}

export type DayRounds = Pick<DayPlan, 'on' | 'kind' | 'isOpen' | 'holidayName' | 'isCertain' | 'patrols'>

/** Days in order with their rounds; the calendar is read once. */
export function readDays(call: Call, from: string, to: string): DayRounds[] {
  const calendar = readCalendar(call.ports)
  const patrols = listSummaries(call, from, to)
  return daysBetween(from, to).map((on) => {
    const { kind, isOpen, name, isCertain } = calendar.day(on)
    return { on, kind, isOpen, holidayName: name, isCertain, patrols: patrols.filter((patrol) => patrol.on === on) }
  })
}

export function readDay(call: Call, on: string): DayPlan {
  const [day] = readDays(call, on, on) as [DayRounds]
  return withQuestions(call, day)
}

/** A day with what is asked once about it. */
export function withQuestions(call: Call, day: DayRounds): DayPlan {
  const asked = askedConditions(call.database, day.on)
  return {
    ...day,
    askedConditions: standardChecklist(call.ports.content)
      .conditions.filter(({ source }) => source === 'asked')
      .map((condition) => ({ ...condition, value: asked[condition.id] ?? null })),
  }
}

export function readProgress(call: Call, uid: string): PatrolProgress {
  const patrol = getPatrol(call.database, uid)
  const checklist = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const refs = staffRefs(call.database)
  return {
    patrol: summarize(call, patrol, tallyOfPatrol(call.database, patrol.id)),
    answers: listAnswers(call.database, patrol.id, patrol.opened_at ?? 0).map((answer) =>
      contractAnswer(answer, checklist.itemByNo.get(answer.itemNo)?.id ?? '', refs),
    ),
  }
}

export function readSheet(call: Call, uid: string): PatrolSheet {
  const patrol = getPatrol(call.database, uid)
  const checklist = readChecklist(call.database, patrol.checklist_version ?? undefined)
  const due = new Set(unpackItems(patrol.due_items))
  const dueItems = checklist.items.filter(({ no }) => due.has(no))
  const later = answerableFrom(call, patrol, dueItems)
  const items = lastInZone(dueItems, later)
  const zones = new Set(items.map(({ zone }) => zone))
  const assignees = readAssignees(call, patrol.id)
  const holding = conditionsOn(call, patrol.on)
  return {
    ...readProgress(call, uid),
    zones: checklist.zones
      .filter(({ id }) => zones.has(id))
      .map(({ no, ...zone }) => ({ ...zone, assignee: assignees.get(no) ?? null })),
    items: items.map(contractItem),
    contexts: readContexts(call, patrol, items),
    answerableFrom: later,
    conditions: Object.fromEntries(
      standardChecklist(call.ports.content).conditions.map(({ id }) => [id, holding.has(id)]),
    ),
    parameters: readSetting(call.database, 'outlet.parameters', OutletParameters),
    returnedReason: patrol.status === 'returned' ? patrol.returned_reason : null,
  }
}

/** Items come zone by zone; those that are seen later close theirs. */
function lastInZone(items: readonly NumberedItem[], later: PatrolSheet['answerableFrom']): NumberedItem[] {
  const zones = [...new Set(items.map(({ zoneNo }) => zoneNo))]
  return zones.flatMap((zone) => {
    const ofZone = items.filter(({ zoneNo }) => zoneNo === zone)
    return [...ofZone.filter(({ id }) => !(id in later)), ...ofZone.filter(({ id }) => id in later)]
  })
}

function readAssignees(call: Call, patrolId: number) {
  const refs = staffRefs(call.database)
  const rows = statement(call.database, 'SELECT zone_no, assignee FROM patrol_zone WHERE patrol_id = ?').all(
    patrolId,
  ) as { zone_no: number; assignee: number }[]
  return new Map(rows.map(({ zone_no, assignee }) => [zone_no, refOf(assignee, refs)]))
}

function readContexts(call: Call, patrol: PatrolRow, items: readonly NumberedItem[]): ItemContext[] {
  const earlier = listEarlierPatrols(call.database, patrol, EARLIER_ROUNDS)
  const newest = new Map(earlier.slice(0, LAST_ANSWERS).map(({ id }) => [id, listStanding(call.database, id)]))
  const fails = new Map<number, number>()
  for (const { itemNo, fail } of listItemDays(
    call.database,
    addDays(patrol.on, -REPEAT_DAYS),
    addDays(patrol.on, -1),
  )) {
    fails.set(itemNo, (fails.get(itemNo) ?? 0) + fail)
  }
  const tasks = openTasksOfItems(call)
  return items.map(({ no, id }) => {
    const lastAnswers: ItemContext['lastAnswers'] = []
    for (const round of earlier) {
      if (lastAnswers.length === LAST_ANSWERS) break
      const values = newest.get(round.id)
      const value = (values ? values.get(no) : findStanding(call.database, round.id, no))?.value
      if (value) lastAnswers.push({ on: round.on, value })
    }
    return {
      item: id,
      lastAnswers,
      openTask: tasks.get(no) ?? null,
      failsInSevenDays: fails.get(no) ?? 0,
    }
  })
}
