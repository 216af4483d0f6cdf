import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { FIGURE_ROWS } from '../../electron/service/rectifications/figures/period-rows.ts'

const STEPS = {
  never: ['found>assigned', 'assigned>verified'],
  once: ['lookback>reopened', 'reopened>assigned', 'assigned>verified'],
  twice: ['lookback>reopened', 'reopened>assigned', 'lookback>reopened'],
  corrected: ['lookback>reopened', 'reopened>lookback'],
  correctedLater: ['lookback>reopened', 'reopened>assigned', 'closed>reopened', 'reopened>closed'],
}

it('finds in the history when a task came back the last time, but for what a correction took back', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 260)
  const task = database.prepare(
    `INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence, due_at, state,
       state_since) VALUES (@uid, 2026, @serial, @uid, 'self-report', 1, 1, '灯坏', 'minor', 1, 9, 'assigned', 1)`,
  )
  const step = database.prepare(
    'INSERT INTO rectification_event (rectification_id, at, from_state, to_state) VALUES (?, ?, ?, ?)',
  )
  for (const [serial, [uid, steps]] of Object.entries(STEPS).entries()) {
    const { lastInsertRowid } = task.run({ uid, serial: serial + 1 })
    for (const [at, one] of steps.entries()) step.run(lastInsertRowid, 10 * (at + 1), ...one.split('>'))
    if (uid !== 'twice') continue
    database.prepare("UPDATE rectification SET state = 'reopened' WHERE id = ?").run(lastInsertRowid)
    database.prepare(`INSERT INTO rectification_known VALUES (?, 7, 1, '{"state":"lookback"}')`).run(lastInsertRowid)
  }
  migrate(database, migrations, 270)
  const rows = database.prepare('SELECT uid, reopened_at FROM rectification').raw().all() as [string, number | null][]
  expect(Object.fromEntries(rows)).toEqual({ never: null, once: 10, twice: 30, corrected: null, correctedLater: 10 })
  const was = database.prepare('SELECT was FROM rectification_known').pluck().get()
  expect(JSON.parse(String(was))).toEqual({ state: 'lookback', reopened_at: 10 })
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${FIGURE_ROWS.done.replace(/@\w+/g, '0')}`).all()
  expect(JSON.stringify(plan)).toContain('USING COVERING INDEX')
  database.close()
})
