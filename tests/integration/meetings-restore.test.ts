import { expect, it } from 'vitest'
import { startBackupOutlet } from '../harness/backup-outlet.ts'

it('a restore brings signed meetings back as they were, and they stay guarded', async () => {
  const outlet = await startBackupOutlet()
  const head = outlet.as('outlet-head')
  const { database } = outlet.ports
  const host = outlet.people['outlet-head'] ?? ''
  const begun = await head.meetings.begin({ kind: 'morning', templateId: 'short-8', host })
  const meeting = begun.meeting.uid
  await head.meetings.note({ meeting, position: 0, words: '人到齐' })
  await head.meetings.finish({ meeting })
  database.exec("UPDATE meeting SET state = 'signed', signed_at = 1, signed_by = 1, digest = 'd'")
  const triggers = () => database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all()
  const before = triggers()
  expect(before.length).toBeGreaterThan(10)
  const { backup } = await head.backups.make({})
  await head.meetings.addToLog({ meeting, words: '备份之后' })
  await head.backups.restore({ id: backup.id, place: 'here' })
  const read = await outlet.operator.meetings.read({ meeting })
  expect(read).toMatchObject({ meeting: { state: 'signed' }, additions: [] })
  expect(read.steps[0]?.note).toBe('人到齐')
  expect(triggers()).toEqual(before)
  expect(() => database.exec("UPDATE meeting_step SET note = 'x'")).toThrow(/signed meeting is not changed/)
})
