import { beforeEach, expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

let database = openDatabase(':memory:')

const MORNING = Date.parse('2026-11-23T08:25:00+08:00')
const EVENING = Date.parse('2026-11-23T17:25:00+08:00')

beforeEach(() => {
  database = openDatabase(':memory:')
  migrate(database, migrations, 240)
  database.exec(`
    INSERT INTO staff (uid, name, pinyin, post, duties, is_active, created_at)
      VALUES ('s1', '甲', 'jia', 'teller', '[]', 1, 0);
    INSERT INTO meeting_template_version VALUES ('standard-15', 1, '{}', 0, NULL);
  `)
  const meeting = database.prepare(`INSERT INTO meeting (uid, "on", kind, template_id, template_version, host,
    started_at, ended_at, is_late, created_at) VALUES (?, ?, 'morning', 'standard-15', 1, 1, ?, ?, ?, ?)`)
  meeting.run('in time', '2026-11-20', MORNING, MORNING, 0, MORNING)
  meeting.run('entered late', '2026-11-23', MORNING, MORNING, 1, EVENING)
  meeting.run('allowed late', '2026-11-24', MORNING, MORNING, 1, MORNING)
  database.exec(`
    INSERT INTO meeting_attendance VALUES (2, 1, 'present', NULL, NULL);
    INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state, at)
      VALUES ('l1', 2, 'today', 'new-tasks', '换座椅', 'said', ${MORNING});
    UPDATE meeting SET state = 'signed', signed_at = ${EVENING}, signed_by = 1, digest = 'd' WHERE id = 2;
  `)
  migrate(database, migrations, 250)
})

it('knows since when a log was written down afterwards, and leaves roll-calls and lines as they were', () => {
  expect(database.prepare('SELECT uid, late_at FROM meeting ORDER BY id').all()).toEqual([
    { uid: 'in time', late_at: null },
    { uid: 'entered late', late_at: EVENING },
    { uid: 'allowed late', late_at: null },
  ])
  expect(database.prepare('SELECT state, called_at FROM meeting_attendance').all()).toEqual([
    { state: 'present', called_at: null },
  ])
  expect(database.prepare('SELECT words, queue FROM meeting_line').all()).toEqual([{ words: '换座椅', queue: null }])
})

it.each([
  'UPDATE meeting SET late_at = 5 WHERE id = 2',
  "UPDATE meeting_line SET queue = 'ops-supervisor'",
  'UPDATE meeting_attendance SET called_at = 5',
])('keeps a signed log as it is: %s', (sql) => {
  expect(() => database.exec(sql)).toThrow(/a signed meeting is not changed/)
})
