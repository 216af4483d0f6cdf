import { beforeEach, expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

let database = openDatabase(':memory:')

beforeEach(() => {
  database = openDatabase(':memory:')
  migrate(database, migrations, 130)
  migrate(database, migrations, 140)
  database.exec(`
    INSERT INTO staff (uid, name, pinyin, post, duties, is_active, created_at)
      VALUES ('s1', '甲', 'jia', 'teller', '[]', 1, 0), ('s2', '乙', 'yi', 'teller', '[]', 1, 0);
    INSERT INTO meeting_template_version VALUES ('standard-15', 1, '{}', 0, NULL);
    INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, started_at, created_at)
      VALUES ('m1', '2026-11-23', 'morning', 'standard-15', 1, 1, 0, 0);
    INSERT INTO meeting_attendance VALUES (1, 1, 'present', NULL, NULL);
    INSERT INTO meeting_pair VALUES (1, 1, 2, NULL);
    INSERT INTO meeting_step VALUES (1, 0, 'gather', 0, 60, NULL);
    INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state, at)
      VALUES ('l1', 1, 'today', 'focus-items', '三号窗口早开', 'open', 0);
  `)
})

const sign = () => database.exec(`UPDATE meeting SET state = 'signed', signed_at = 1, signed_by = 1, digest = 'd'`)

it('holds one meeting of a kind a day, and a second one only after one without quorum', () => {
  const second = `INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, started_at, created_at)
    VALUES ('m2', '2026-11-23', 'morning', 'standard-15', 1, 1, 0, 0)`
  expect(() => database.exec(second)).toThrow(/UNIQUE/)
  database.exec('UPDATE meeting SET is_held = 0')
  database.exec(second)
  expect(database.prepare('SELECT count(*) FROM meeting').pluck().get()).toBe(2)
})

it('lets a draft be changed', () => {
  database.exec(`UPDATE meeting_line SET words = 'x'; DELETE FROM meeting_pair; UPDATE meeting SET host = 2`)
  expect(database.prepare('SELECT host FROM meeting').pluck().get()).toBe(2)
})

it.each([
  `UPDATE meeting SET host = 2`,
  `UPDATE meeting SET state = 'dropped', signed_at = NULL`,
  `UPDATE meeting SET digest = 'other'`,
  `DELETE FROM meeting`,
  `INSERT INTO meeting_attendance VALUES (1, 2, 'absent', NULL, NULL)`,
  `UPDATE meeting_attendance SET state = 'late'`,
  `DELETE FROM meeting_attendance`,
  `UPDATE meeting_pair SET fixed = 'x'`,
  `UPDATE meeting_step SET note = 'x'`,
  `DELETE FROM meeting_step`,
  `UPDATE meeting_line SET words = 'x'`,
  `DELETE FROM meeting_line`,
  `INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state, at)
     VALUES ('l2', 1, 'today', 'focus-items', 'x', 'open', 0)`,
])('keeps a signed log as it is: %s', (sql) => {
  sign()
  database.pragma('foreign_keys = OFF')
  expect(() => database.exec(sql)).toThrow(/a signed meeting is not changed/)
})

it('lets the head confirm a signed log once, and an open line end once', () => {
  sign()
  database.exec(`UPDATE meeting SET confirmed_at = 2, confirmed_by = 2`)
  expect(() => database.exec('UPDATE meeting SET confirmed_at = 3')).toThrow(/not changed/)
  database.exec(`UPDATE meeting_line SET state = 'done', ended_at = 5, ended_by = 1`)
  expect(() => database.exec(`UPDATE meeting_line SET state = 'open', ended_at = NULL`)).toThrow(/not changed/)
})

it('keeps additions and answers for good', () => {
  sign()
  database.exec(`INSERT INTO meeting_addition (meeting_id, at, words) VALUES (1, 9, '补充')`)
  expect(() => database.exec(`UPDATE meeting_addition SET words = 'x'`)).toThrow(/not changed/)
  expect(() => database.exec(`DELETE FROM meeting_addition`)).toThrow(/not changed/)
  database.exec(`INSERT INTO meeting_line_raise (line_id, raised_at) VALUES (1, 0)`)
  expect(() => database.exec(`INSERT INTO meeting_line_raise (line_id, raised_at) VALUES (1, 0)`)).toThrow(/UNIQUE/)
  database.exec(`UPDATE meeting_line_raise SET answer = '同意', entered_at = 4`)
  expect(() => database.exec(`UPDATE meeting_line_raise SET answer = '不同意'`)).toThrow(/an answer is not changed/)
})
