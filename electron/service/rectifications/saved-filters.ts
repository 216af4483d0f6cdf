import type { InputOf } from '../../../shared/contract/index.ts'
import {
  MOST_SAVED_FILTERS,
  type rectificationLists,
  SavedFilter,
} from '../../../shared/contract/rectification-lists.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'

interface Row {
  uid: string
  name: string
  params: string
  is_default: number
}

/** The signed-in person's own, by name; the command line has none. */
export function listSavedFilters({ database, actor }: Call): SavedFilter[] {
  const rows = statement(
    database,
    `SELECT uid, name, params, is_default FROM saved_filter WHERE staff_id = ? ORDER BY name LIMIT ${MOST_SAVED_FILTERS}`,
  ).all(actor.staffId) as Row[]
  return rows.map(({ uid, name, params, is_default }) =>
    SavedFilter.parse({ uid, name, params: JSON.parse(params), isDefault: is_default === 1 }),
  )
}

export function saveFilter(
  call: Call,
  { name, params, isDefault }: InputOf<typeof rectificationLists.saveFilter>,
): SavedFilter {
  const { database, actor, now } = call
  const own = listSavedFilters(call)
  if (own.length >= MOST_SAVED_FILTERS && !own.some((one) => one.name === name)) {
    throw new AppError('conflict', 'filtersFull', { params: { count: MOST_SAVED_FILTERS } })
  }
  if (isDefault) statement(database, 'UPDATE saved_filter SET is_default = 0 WHERE staff_id = ?').run(actor.staffId)
  statement(
    database,
    `INSERT INTO saved_filter (uid, staff_id, name, params, is_default) VALUES (@uid, @staff, @name, @params, @isDefault)
     ON CONFLICT (staff_id, name) DO UPDATE SET params = excluded.params, is_default = excluded.is_default`,
  ).run({
    uid: call.ports.ids.uid(now),
    staff: actor.staffId,
    name,
    params: JSON.stringify(params),
    isDefault: Number(isDefault),
  })
  const saved = listSavedFilters(call).find((one) => one.name === name)
  if (!saved) throw new Error('saved_filter: the row just written is not there')
  return saved
}

/** Only one's own. */
export function forgetFilter({ database, actor }: Call, { uid }: { uid: string }): { done: true } {
  const { changes } = statement(database, 'DELETE FROM saved_filter WHERE uid = ? AND staff_id = ?').run(
    uid,
    actor.staffId,
  )
  if (changes === 0) throw new AppError('not-found', 'filterGone')
  return { done: true }
}
