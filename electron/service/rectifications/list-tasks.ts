import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import {
  BOARD_CARDS,
  type BoardColumn,
  NO_CAUSE,
  type rectificationLists,
  type TaskSort,
} from '../../../shared/contract/rectification-lists.ts'
import { TASK_STATES, type TaskState } from '../../../shared/contract/rectifications.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { isEnded } from '../../../shared/domain/task-states.ts'
import { readChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { openAt } from './open-at.ts'
import { contractTask, MINE, meOf } from './read-tasks.ts'
import { OPEN_SINCE, STRUCK_OFF, selectTasks } from './rectification-repository.ts'
import { RETURNS, returnSpan } from './returned-tasks.ts'
import { searchTextOf } from './search-text.ts'
import { OPEN, UNFIXED } from './state-lists.ts'

export type TaskFilter = InputOf<typeof rectificationLists.list>

const BY_SEVERITY = "CASE severity WHEN 'critical' THEN 0 WHEN 'major' THEN 1 ELSE 2 END"
const USUAL_ORDER = `state IN (${OPEN}) DESC, ${BY_SEVERITY}, due_at, id`
const BY_STATE = `CASE state ${TASK_STATES.map((state, index) => `WHEN '${state}' THEN ${index}`).join(' ')} END`
const ORDERS: Record<TaskSort, string> = {
  no: 'year $, serial $',
  severity: `${BY_SEVERITY} $`,
  zone: 'zone_id $',
  owner: `(SELECT pinyin FROM staff WHERE id = owner_staff) $, owner_queue $, owner_text $`,
  found: 'found_at $',
  due: 'due_at $',
  state: `${BY_STATE} $`,
  source: 'source $',
}

export function listTasks(call: Call, filter: TaskFilter): OutputOf<typeof rectificationLists.list> {
  const { where, parameters } = conditionsOf(call, filter)
  const total = statement(call.database, `SELECT count(*) FROM rectification ${where}`).pluck().get(parameters)
  const rows = selectTasks(call.database, `${where} ORDER BY ${orderOf(filter.sort)} LIMIT @limit OFFSET @offset`, {
    ...parameters,
    limit: filter.limit,
    offset: filter.offset,
  })
  return { tasks: rows.map((row) => contractTask(call, row)), total: Number(total) }
}

/** Most tasks are closed: those are walked from the latest back, without sorting them all; the plus keeps SQLite to it. */
const LATEST = '+state = @state ORDER BY found_at DESC'
const SOONEST = 'state = @state ORDER BY due_at'

export function readBoard(call: Call, filter: InputOf<typeof rectificationLists.board>): BoardColumn[] {
  const { where, parameters } = conditionsOf(call, filter)
  const counts = statement(
    call.database,
    `SELECT state, count(*) AS count FROM rectification ${where} GROUP BY state`,
  ).all(parameters) as { state: TaskState; count: number }[]
  const countOf = new Map(counts.map(({ state, count }) => [state, count]))
  return TASK_STATES.filter((state) => filter.states?.includes(state) ?? true).map((state) => {
    const count = countOf.get(state) ?? 0
    const rows =
      count === 0
        ? []
        : selectTasks(call.database, `${where} AND ${isEnded(state) ? LATEST : SOONEST}, id LIMIT ${BOARD_CARDS}`, {
            ...parameters,
            state,
          })
    return { state, count, tasks: rows.map((row) => contractTask(call, row)) }
  })
}

function orderOf(sort: TaskFilter['sort']): string {
  if (!sort) return USUAL_ORDER
  return `${ORDERS[sort.by].replaceAll('$', sort.isDescending ? 'DESC' : 'ASC')}, ${USUAL_ORDER}`
}

/** The `WHERE` of a filter: fixed text for each condition, values as parameters. */
function conditionsOf(call: Call, filter: Omit<TaskFilter, 'limit' | 'offset'>) {
  const zone = readZone(call.database)
  const parts = ['1 = 1']
  const parameters: Record<string, unknown> = { ...meOf(call), now: call.now }
  const add = (part: string, name: string, value: unknown) => {
    parts.push(part)
    parameters[name] = value
  }
  if (filter.states) add('state IN (SELECT value FROM json_each(@states))', 'states', JSON.stringify(filter.states))
  if (filter.severities) {
    add('severity IN (SELECT value FROM json_each(@severities))', 'severities', JSON.stringify(filter.severities))
  }
  if (filter.mine) parts.push(MINE)
  if (filter.overdue) parts.push(`due_at < @now AND state IN (${UNFIXED})`)
  if (filter.counted) parts.push("state <> 'void'")
  if (filter.item) add('item_no = @itemNo', 'itemNo', readChecklist(call.database).itemById.get(filter.item)?.no ?? -1)
  if (filter.zone) add('zone_id = @zone', 'zone', filter.zone)
  if (filter.source) add('source = @source', 'source', filter.source)
  if (filter.cause === NO_CAUSE) parts.push('cause IS NULL')
  else if (filter.cause) add('cause = @cause', 'cause', filter.cause)
  if (filter.foundFrom) add('found_at >= @from', 'from', instantOf(filter.foundFrom, 0, zone))
  if (filter.foundTo) add('found_at < @to', 'to', instantOf(filter.foundTo, 24 * 60, zone))
  if (filter.openSinceFrom) {
    add(`${OPEN_SINCE} >= @sinceFrom`, 'sinceFrom', instantOf(filter.openSinceFrom, 0, zone))
  }
  if (filter.openSinceTo) add(`${OPEN_SINCE} < @sinceTo`, 'sinceTo', instantOf(filter.openSinceTo, 24 * 60, zone))
  if (filter.doneFrom) add(`${STRUCK_OFF} >= @doneFrom`, 'doneFrom', instantOf(filter.doneFrom, 0, zone))
  if (filter.doneTo) add(`${STRUCK_OFF} < @doneTo`, 'doneTo', instantOf(filter.doneTo, 24 * 60, zone))
  if (filter.openOn) {
    const end = instantOf(filter.openOn, 24 * 60, zone)
    add(openAt('@openAt'), 'openAt', end)
  }
  if (filter.returned) {
    parts.push(`id IN (SELECT id FROM (${RETURNS}) WHERE at - since <= @within)`)
    Object.assign(parameters, returnSpan(call, filter.returned))
  }
  if (filter.search) {
    parts.push(SEARCHED)
    Object.assign(parameters, searchOf(call, filter.search))
  }
  return { where: `WHERE ${parts.join(' AND ')}`, parameters }
}

/** In the description or a person by text or pinyin, in the item as it is worded now, or in the number. */
const SEARCHED = `(instr(lower(no), @words) > 0 OR instr(owner_text, @words) > 0
  OR id IN (SELECT rectification_id FROM rectification_search WHERE instr(text, @words) > 0)
  OR item_no IN (SELECT value FROM json_each(@items))
  OR owner_staff IN (SELECT id FROM staff WHERE instr(name, @words) > 0 OR instr(pinyin, @words) > 0))`

function searchOf(call: Call, search: string) {
  const words = search.toLowerCase()
  const items = readChecklist(call.database)
    .items.filter(({ zh, en }) => en.toLowerCase().includes(words) || searchTextOf(zh).includes(words))
    .map(({ no }) => no)
  return { words, items: JSON.stringify(items) }
}
