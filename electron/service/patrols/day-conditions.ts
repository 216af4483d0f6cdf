import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { standardChecklist } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { OutletSwitches, readSetting } from '../settings/index.ts'

const Conditions = z.record(z.string(), z.boolean())

/** Answers to the questions of a day; a question nobody answered yet is absent. */
export function askedConditions(database: Database, on: string): Record<string, boolean> {
  const text = statement(database, 'SELECT conditions FROM patrol_day WHERE "on" = ?').pluck().get(on)
  return typeof text === 'string' ? Conditions.parse(JSON.parse(text)) : {}
}

/** Every condition that holds on a day: asked ones, and the outlet's switches. */
export function conditionsOn(call: Pick<Call, 'database' | 'ports'>, on: string): Set<string> {
  const asked = askedConditions(call.database, on)
  const switches: Record<string, boolean> = readSetting(call.database, 'outlet.switches', OutletSwitches)
  const holding = standardChecklist(call.ports.content).conditions.filter(({ id, source }) =>
    source === 'asked' ? asked[id] === true : switches[id.replace(/^switch\./, '')] === true,
  )
  return new Set(holding.map(({ id }) => id))
}

export function saveConditions(call: Call, on: string, conditions: Record<string, boolean>): void {
  const known = new Set(standardChecklist(call.ports.content).conditions.map(({ id }) => id))
  if (Object.keys(conditions).some((id) => !known.has(id))) throw new AppError('invalid-input', 'invalidValue')
  const before = askedConditions(call.database, on)
  const after = { ...before, ...conditions }
  const { changes } = statement(call.database, 'UPDATE patrol_day SET conditions = ? WHERE "on" = ?').run(
    JSON.stringify(after),
    on,
  )
  if (changes === 0) throw new AppError('not-found', 'dayNotPlanned')
  call.changed({ record: 'patrol-day', uid: on, before, after })
}
