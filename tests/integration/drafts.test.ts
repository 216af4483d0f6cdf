import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

describe('drafts', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  it('D8 keeps what is being typed per person and form, the newest of it, until it is discarded', async () => {
    const { drafts } = outlet.as('teller')
    expect(await drafts.find({ key: 'task/new' })).toBeNull()
    await drafts.put({ key: 'task/new', text: '"大堂"' })
    outlet.ports.advance(400)
    await drafts.put({ key: 'task/new', text: '"大堂灯"' })
    expect(await drafts.find({ key: 'task/new' })).toEqual({ text: '"大堂灯"', at: outlet.ports.clock.now() })
    expect(await drafts.find({ key: 'person/new' })).toBeNull()
    expect(await outlet.as('outlet-head').drafts.find({ key: 'task/new' })).toBeNull()
    await drafts.discard({ key: 'task/new' })
    expect(await drafts.find({ key: 'task/new' })).toBeNull()
  })

  it('D8 takes 20 kB and no more, counted in bytes', async () => {
    const { drafts } = outlet.as('teller')
    await drafts.put({ key: 'a', text: '字'.repeat(6_666) })
    await expect(drafts.put({ key: 'a', text: '字'.repeat(6_667) })).rejects.toMatchObject({
      data: { fields: { text: 'draftTooLong' } },
    })
  })

  it('leaves no entry in the audit, for half a sentence is no record', async () => {
    const count = () => outlet.ports.database.prepare('SELECT count(*) FROM audit_entry').pluck().get()
    const before = count()
    await outlet.as('teller').drafts.put({ key: 'a', text: '"未说完"' })
    expect(count()).toBe(before)
  })

  it('lets a draft of a month ago go', async () => {
    const { drafts } = outlet.as('teller')
    await drafts.put({ key: 'old', text: '"旧"' })
    outlet.ports.advance(31 * 24 * 3_600_000)
    await drafts.put({ key: 'new', text: '"新"' })
    expect(await drafts.find({ key: 'old' })).toBeNull()
  })
})
