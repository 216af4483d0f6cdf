import { beforeEach, expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

let database = openDatabase(':memory:')

const at = (day: string, clock = '08:25') => Date.parse(`${day}T${clock}:00+08:00`)
const MORNINGS = ['2026-11-19', '2026-11-20', '2026-11-23'] as const

beforeEach(() => {
  database = openDatabase(':memory:')
  migrate(database, migrations, 200)
  database.exec(`
    INSERT INTO staff (uid, name, pinyin, post, duties, is_active, created_at)
      VALUES ('s1', '甲', 'jia', 'teller', '[]', 1, 0);
    INSERT INTO meeting_template_version VALUES ('standard-15', 1, '{}', 0, NULL);
  `)
  const meeting =
    database.prepare(`INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, started_at,
    created_at) VALUES (?, ?, 'morning', 'standard-15', 1, 1, ?, ?)`)
  for (const [index, on] of MORNINGS.entries()) meeting.run(`m${index + 1}`, on, at(on), at(on))
  const line =
    database.prepare(`INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state, ended_at, at)
    VALUES (?, 1, 'today', 'focus-items', 'x', ?, ?, ?)`)
  const said = at('2026-11-19', '08:30')
  line.run('open', 'open', null, said)
  line.run('ended in the second', 'done', at('2026-11-20', '08:30'), said)
  line.run('ended before the third', 'done', at('2026-11-22', '10:00'), said)
  line.run('only said', 'said', null, said)
  const sign = database.prepare(`UPDATE meeting SET state = 'signed', signed_at = created_at + 900000, signed_by = 1,
    digest = 'd' WHERE id = ?`)
  sign.run(1)
  sign.run(2)
  // Held on the second morning, written down on the day before the third.
  database
    .prepare(`INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, started_at, is_late, created_at)
      VALUES ('late', '2026-11-20', 'evening', 'standard-15', 1, 1, ?, 1, ?)`)
    .run(at('2026-11-20', '08:29'), at('2026-11-22', '18:00'))
  database
    .prepare(`INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, started_at, created_at)
      VALUES ('after', '2026-11-21', 'evening', 'standard-15', 1, 1, ?, ?)`)
    .run(at('2026-11-21', '16:00'), at('2026-11-21', '16:00'))
  database.prepare('UPDATE meeting SET ended_at = ? WHERE id = 4').run(at('2026-11-20', '08:40'))
  database
    .prepare(`INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state, at)
      VALUES ('written later', 4, 'today', 'focus-items', 'x', 'open', ?)`)
    .run(at('2026-11-22', '18:00'))
  sign.run(4)
  sign.run(5)
  migrate(database, migrations, 210)
})

it('finds for each signed meeting what it brought in, and takes its roll-call as taken', () => {
  const returned = database.prepare(
    'SELECT meeting_returned.meeting_id AS meeting, uid FROM meeting_returned JOIN meeting_line line ON line.id = line_id ORDER BY 1, 2',
  )
  expect(returned.all()).toEqual([
    { meeting: 2, uid: 'ended before the third' },
    { meeting: 2, uid: 'ended in the second' },
    { meeting: 2, uid: 'open' },
    { meeting: 4, uid: 'ended before the third' },
    { meeting: 4, uid: 'ended in the second' },
    { meeting: 4, uid: 'open' },
    { meeting: 5, uid: 'ended before the third' },
    { meeting: 5, uid: 'open' },
    { meeting: 5, uid: 'written later' },
  ])
  expect(database.prepare('SELECT uid, called_at IS NULL AS isOpen FROM meeting ORDER BY id').all()).toEqual([
    { uid: 'm1', isOpen: 0 },
    { uid: 'm2', isOpen: 0 },
    { uid: 'm3', isOpen: 1 },
    { uid: 'late', isOpen: 0 },
    { uid: 'after', isOpen: 0 },
  ])
})

it.each([
  'UPDATE meeting SET called_at = 5 WHERE id = 2',
  'DELETE FROM meeting_returned WHERE meeting_id = 2',
  'UPDATE meeting_returned SET line_id = 4 WHERE meeting_id = 2 AND line_id = 1',
  'INSERT INTO meeting_returned VALUES (2, 4)',
])('keeps a signed log as it is: %s', (sql) => {
  expect(() => database.exec(sql)).toThrow(/a signed meeting is not changed/)
})

it.each([
  'UPDATE meeting_template_version SET content = \'{"other":1}\'',
  'UPDATE meeting_template_version SET made_at = 9',
  'DELETE FROM meeting_template_version',
])('keeps a version of a template as it is: %s', (sql) => {
  database.pragma('foreign_keys = OFF')
  expect(() => database.exec(sql)).toThrow(/a version of a template is not changed/)
})

it('keeps the first one written of a version, and takes another version', () => {
  database.pragma('foreign_keys = OFF')
  database.exec(`INSERT OR REPLACE INTO meeting_template_version VALUES ('standard-15', 1, '{"other":1}', 5, 1)`)
  database.exec(`INSERT OR IGNORE INTO meeting_template_version VALUES ('standard-15', 1, '{"other":2}', 5, 1)`)
  database.exec(`INSERT INTO meeting_template_version VALUES ('standard-15', 2, '{"second":1}', 5, 1)`)
  expect(database.prepare('SELECT version, content FROM meeting_template_version ORDER BY 1').all()).toEqual([
    { version: 1, content: '{}' },
    { version: 2, content: '{"second":1}' },
  ])
})
