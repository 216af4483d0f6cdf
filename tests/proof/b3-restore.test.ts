import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { aPhoto, type BackupOutlet, startBackupOutlet } from '../harness/backup-outlet.ts'
import { provedByTests } from '../harness/proved-by-tests.ts'

const DAY = 24 * 3_600_000

async function addPerson(outlet: BackupOutlet, name: string): Promise<void> {
  await outlet.as('outlet-head').people.add({
    name,
    staffNo: null,
    post: 'teller',
    duties: [],
    joinedOn: null,
    certificateValidTo: null,
  })
}

const names = async (outlet: BackupOutlet) => (await outlet.operator.people.list({})).map(({ name }) => name)

/** Everything but what is about this machine, and the audit chain. */
function contentOf({ ports: { database } }: BackupOutlet): string {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('audit_entry', 'setting')",
    )
    .pluck()
    .all() as string[]
  return JSON.stringify(tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).raw().all()]))
}

describe('B3: restore, undo and drill', () => {
  provedByTests('B3')

  it('brings back what stood then, tells what is missing since, and keeps the chain whole', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const then = contentOf(outlet)
    const { backup } = await head.backups.make({})
    outlet.ports.advance(60_000)
    await addPerson(outlet, '后来人')
    await outlet.as('teller').attachments.put({ file: aPhoto(1) })
    const missing = await head.backups.missingSince({ id: backup.id, place: 'here' })
    expect(Object.fromEntries(missing.map(({ kind, count }) => [kind, count]))).toEqual({
      rounds: 0,
      answers: 0,
      tasks: 0,
      people: 1,
      photos: 1,
      imports: 0,
      changes: 2,
    })
    const { total } = await head.audit.list({})
    const restored = await head.backups.restore({ id: backup.id, place: 'here' })
    expect(restored).toMatchObject({ restoredTo: backup.takenAt, lostPhotos: 0 })
    expect(contentOf(outlet)).toBe(then)
    const after = await head.audit.list({})
    expect(after.total).toBe(total + 1)
    expect(after.entries[0]).toMatchObject({
      procedure: 'backups.restore',
      changes: [{ uid: backup.id, after: { entries: backup.auditSize, undoId: restored.undoId } }],
    })
    expect(verifyAuditChain(outlet.ports.database).ok).toBe(true)
    expect((await head.audit.verify({})).integrity).toBe('ok')
    expect(readdirSync(outlet.folder).filter((name) => name.startsWith('restore-'))).toEqual([])
  })

  it('is undone by one call, which can be undone again', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const { backup } = await head.backups.make({})
    await addPerson(outlet, '后来人')
    const now = contentOf(outlet)
    await head.backups.restore({ id: backup.id, place: 'here' })
    expect(await names(outlet)).not.toContain('后来人')
    const { undoId } = await head.backups.list({})
    await head.backups.restore({ id: undoId ?? '', place: 'here' })
    expect(contentOf(outlet)).toBe(now)
    const again = (await head.backups.list({})).undoId
    await head.backups.restore({ id: again ?? '', place: 'here' })
    expect(await names(outlet)).not.toContain('后来人')
    expect(verifyAuditChain(outlet.ports.database).ok).toBe(true)
  })

  it('takes the chain of the backup where the present one does not go on from it', async () => {
    const outlet = await startBackupOutlet()
    const other = await startBackupOutlet()
    await addPerson(other, '另一处')
    await addPerson(other, '又一位')
    await other.as('outlet-head').backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    await other.as('outlet-head').backups.make({})
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const found = (await head.backups.list({})).backups.find(({ place }) => place === 'target')
    await head.backups.restore({ id: found?.id ?? '', place: 'target' })
    expect(await names(outlet)).toContain('另一处')
    expect(verifyAuditChain(outlet.ports.database)).toMatchObject({ ok: true, entries: (found?.auditSize ?? 0) + 1 })
  })

  it('signs out everybody whose number may mean somebody else now', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const { backup } = await head.backups.make({})
    await head.backups.restore({ id: backup.id, place: 'here' })
    expect((await head.people.session({})).person?.name).toBe('林予安')
    expect((await outlet.as('teller').people.session({})).person).toBeNull()
  })

  it('refuses where something is written between the copy of the present and the restore', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const { backup } = await head.backups.make({})
    const { jobs } = outlet.ports.backups
    const make = jobs.make
    let writes = 0
    jobs.make = async (input, watch) => {
      const made = await make(input, watch)
      await addPerson(outlet, `第${++writes}位`)
      return made
    }
    await expect(head.backups.restore({ id: backup.id, place: 'here' })).rejects.toMatchObject({
      data: { reason: 'changedDuringRestore' },
    })
    expect(await names(outlet)).toContain('第3位')
  })

  it('brings a backup of an older schema up to the newest', async () => {
    const outlet = await startBackupOutlet()
    const { ports } = outlet
    const newest = migrations.at(-1)?.version ?? 0
    const head = outlet.as('outlet-head')
    const { database } = ports
    const older = new (database.constructor as new (path: string) => typeof database)(join(outlet.folder, 'older.db'))
    migrate(older, migrations, 10)
    older.exec("INSERT INTO outlet VALUES (1, 'u', 'OLD-01', 'older', 0, 0)")
    await import('../../electron/service/backups/index.ts').then(({ makeBackupOf }) =>
      makeBackupOf(
        older,
        { ...ports.backups.places, database: join(outlet.folder, 'older.db') },
        { reason: 'before-migration', takenAt: 0 },
      ),
    )
    older.close()
    const found = (await head.backups.list({})).backups[0]
    expect(found?.schema).toBe(10)
    await outlet.operator.backups.restore({ id: found?.id ?? '', place: 'here' })
    expect(database.pragma('user_version', { simple: true })).toBe(newest)
    expect(database.prepare('SELECT code FROM outlet').pluck().get()).toBe('OLD-01')
  })

  it('brings back photos that are gone', async () => {
    const outlet = await startBackupOutlet()
    const { hash } = await outlet.as('teller').attachments.put({ file: aPhoto(7) })
    const { backup } = await outlet.as('outlet-head').backups.make({})
    rmSync(join(outlet.folder, 'files'), { recursive: true })
    await outlet.as('outlet-head').backups.restore({ id: backup.id, place: 'here' })
    expect(outlet.ports.files.get(hash)).toHaveLength(8)
  })

  it('restores only for the head', async () => {
    const outlet = await startBackupOutlet()
    const { backup } = await outlet.as('ops-supervisor').backups.make({})
    await expect(outlet.as('ops-supervisor').backups.restore({ id: backup.id, place: 'here' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('keeps the result of a drill, good or bad', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await expect(head.backups.drill({})).rejects.toMatchObject({ code: 'not-found' })
    const { hash } = await outlet.as('teller').attachments.put({ file: aPhoto(7) })
    const { backup } = await head.backups.make({})
    expect(await head.backups.drill({})).toMatchObject({ isGood: true, backupId: backup.id, photos: 1 })
    rmSync(join(outlet.backups, 'photos', hash.slice(0, 2)), { recursive: true })
    expect(await head.backups.drill({})).toMatchObject({ isGood: false, lostPhotos: 1, reason: 'backupPhotosLost' })
    const { drill, health } = await head.backups.list({})
    expect(drill).toMatchObject({ isGood: false })
    expect(health.here.condition).toBe('broken')
  })

  it('is taken and drilled by the clockwork: hourly where something changed, weekly', async () => {
    const outlet = await startBackupOutlet(true)
    const { keepBackups } = await import('../../electron/service/backups/index.ts')
    const { ports } = outlet
    let drills = 0
    const keep = () =>
      keepBackups(ports, async () => {
        drills += 1
      })
    expect(await keep()).toBe(false)
    ports.advance(61_000)
    expect(await keep()).toBe(true)
    const list = () => outlet.as('outlet-head').backups.list({})
    expect((await list()).backups.map(({ reason }) => reason)).toEqual(['hourly'])
    expect(drills).toBe(1)
    ports.advance(DAY / 24)
    await keep()
    expect((await list()).backups).toHaveLength(1)
    await addPerson(outlet, '新来的')
    ports.advance(61_000)
    await keep()
    expect((await list()).backups).toHaveLength(2)
    await outlet.as('outlet-head').backups.drill({})
    drills = 0
    ports.advance(6 * DAY)
    await keep()
    expect(drills).toBe(0)
    ports.advance(DAY)
    await keep()
    expect(drills).toBe(1)
  })
})
