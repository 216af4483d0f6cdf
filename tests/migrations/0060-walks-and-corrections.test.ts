import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('names the walker of rounds handed in before, and takes the fixed words out of withdrawn tasks', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 50)
  database.pragma('foreign_keys = OFF')
  database.exec(`
    INSERT INTO patrol (id, uid, kind, "on", round_no, status, window_start, window_end, day_ends_at, submitted_at, submitted_by)
    VALUES (1, 'a', 'round', '2026-11-20', 1, 'submitted', 0, 1, 2, 900, 7),
      (2, 'b', 'round', '2026-11-20', 2, 'submitted', 0, 1, 2, 800, 7),
      (3, 'c', 'round', '2026-11-20', 3, 'running', 0, 1, 2, NULL, NULL);
    INSERT INTO patrol_answer VALUES (1, 1, 1, 1, 5, 10, NULL), (1, 2, 1, 1, 5, 20, NULL), (1, 3, 1, 1, 7, 5, NULL),
      (1, 3, 2, 1, 7, 30, NULL), (1, 3, 3, 1, 7, 40, NULL), (3, 1, 1, 1, 5, 10, NULL);
    INSERT INTO rectification_event (rectification_id, at, from_state, to_state, note)
    VALUES (1, 1, 'found', 'void', '答案已更正'), (2, 1, 'found', 'void', '误报');
  `)
  migrate(database, migrations, 60)
  expect(database.prepare('SELECT walked_by, walk_ended_at FROM patrol ORDER BY id').raw().all()).toEqual([
    [5, 900],
    [7, 800],
    [null, null],
  ])
  expect(database.prepare('SELECT note FROM rectification_event ORDER BY rectification_id').pluck().all()).toEqual([
    null,
    '误报',
  ])
  database.close()
})
