import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('keeps spread checks with their spots, and lets a task have a second one', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 150)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since) VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, '门口', 'major', 1, 5, 'doing', 0);
    INSERT INTO spread_check VALUES (7, 'c', 1, 10, NULL, 20, NULL, '看过');
    INSERT INTO spread_spot (spread_check_id, description, result, checked_at, task_id) VALUES (7, '二楼', 'fail', 15, 1)`)
  migrate(database, migrations)
  const spots = () =>
    database
      .prepare(
        `SELECT found.uid, found.done_at, found.note, spot.description, spot.result, spot.task_id
         FROM spread_check found JOIN spread_spot spot ON spot.spread_check_id = found.id`,
      )
      .raw()
      .all()
  expect(spots()).toEqual([['c', 20, '看过', '二楼', 'fail', 1]])
  database.exec("INSERT INTO spread_check (uid, rectification_id, started_at) VALUES ('d', 1, 30)")
  expect(database.pragma('foreign_key_check')).toEqual([])
  expect(() => database.exec('DELETE FROM spread_check WHERE id = 7')).toThrow(/FOREIGN KEY/)
  database.close()
})
