import { beforeEach, expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

let database: ReturnType<typeof openDatabase>

beforeEach(() => {
  database = openDatabase(':memory:')
  migrate(database, migrations, 180)
  database.exec(`INSERT INTO staff (uid, name, pinyin, post, duties, is_active, created_at)
    VALUES ('s1', '许一诺', 'xyn', 'teller', '[]', 1, 0)`)
  migrate(database, migrations, 190)
})

const award = (fields: Record<string, string | number | null>) => {
  const row: Record<string, string | number | null> = {
    ...{ uid: 'a', no: 'AW-2026-001', year: 2026, serial: 1, kind: 'week-star', level: 'outlet' },
    ...{ subject_kind: 'person', staff_id: 1, team_name: null, period_from: '2026-11-16', period_to: '2026-11-22' },
    ...{ nominator: 1, reason: 'r', search: 's', state: 'nominated', state_since: 0, created_at: 0 },
    ...fields,
  }
  database
    .prepare(`INSERT INTO award (${Object.keys(row).join()}) VALUES (${Object.keys(row).map((key) => `@${key}`)})`)
    .run(row)
}

it('makes room for awards that keep what was there', () => {
  award({})
  expect(database.prepare('SELECT name FROM staff').pluck().all()).toEqual(['许一诺'])
  expect(database.prepare('SELECT no, revision FROM award').get()).toEqual({ no: 'AW-2026-001', revision: 1 })
})

it.each([
  ['a person without a name', { staff_id: null }],
  ['a period that ends before it begins', { period_to: '2026-11-01' }],
  ['a nomination without a number', { no: null }],
  ['a granted award without its day', { state: 'granted' }],
  ['a state nobody knows', { state: 'lost' }],
])('refuses %s', (_what, fields) => {
  expect(() => award(fields)).toThrow(/CHECK/)
})

it('links a record once to a criterion, and keeps typed evidence beside it', () => {
  award({})
  const evidence = database.prepare(
    `INSERT INTO award_evidence (uid, award_id, criterion, source, record_kind, record_uid, words, on_day, added_by, added_at)
     VALUES (?, 1, 'help', 'peer.thanks', ?, ?, ?, '2026-11-20', 1, 0)`,
  )
  evidence.run('e1', 'meeting', 'm1', null)
  expect(() => evidence.run('e2', 'meeting', 'm1', null)).toThrow(/UNIQUE/)
  evidence.run('e3', null, null, '锦旗一面')
  expect(() => evidence.run('e4', null, null, null)).toThrow(/CHECK/)
})

it('refuses points outside 0 to 100, and of nobody who was chosen', () => {
  award({})
  const score = database.prepare(`INSERT INTO award_score VALUES (1, 1, 'help', ?, NULL)`)
  expect(() => score.run(80)).toThrow(/FOREIGN KEY/)
  database.exec('INSERT INTO award_reviewer (award_id, staff_id, chosen_at) VALUES (1, 1, 0)')
  expect(() => score.run(101)).toThrow(/CHECK/)
  score.run(null)
})
