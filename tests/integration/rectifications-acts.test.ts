import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
type Severity = 'minor' | 'major' | 'critical'

describe('what leaves a task in its state', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  /** A task of the lobby manager, found by the head, with its work begun. */
  async function begun(severity: Severity = 'minor') {
    const task = await outlet.as('outlet-head').rectifications.open({
      ...{ source: 'branch', description: '叫号机缺纸', severity, zone: null, item: null, queue: null },
      ownerUid: outlet.people['lobby-manager'] ?? '',
    })
    await outlet.as('lobby-manager').rectifications.move({ uid: task.uid, from: 'assigned', to: 'doing' })
    return { uid: task.uid, from: 'doing' as const, dueAt: task.dueAt }
  }

  const acts = async (role: Parameters<TestOutlet['as']>[0], uid: string) =>
    (await outlet.as(role).rectifications.card({ uid })).acts.map(({ act }) => act)

  it('offers each only to whom the table names', async () => {
    const { uid } = await begun()
    expect(await acts('lobby-manager', uid)).toEqual(['transfer', 'co-owner', 'ask-extension'])
    expect(await acts('outlet-head', uid)).toEqual(['urge', 'transfer', 'co-owner', 'known-until'])
    expect(await acts('ops-supervisor', uid)).toEqual(['urge'])
    expect(await acts('teller', uid)).toEqual([])
  })

  it('urges at most once an hour, and says so', async () => {
    const task = await begun()
    const urge = () => outlet.as('ops-supervisor').rectifications.act({ uid: task.uid, from: 'doing', act: 'urge' })
    expect((await urge()).task.urged).toEqual({ count: 1, at: outlet.ports.clock.now() })
    outlet.ports.advance(HOUR - 1)
    await expect(urge()).rejects.toMatchObject({ data: { reason: 'urgedLately' } })
    outlet.ports.advance(1)
    const { task: urged, timeline } = await urge()
    expect(urged.urged?.count).toBe(2)
    expect(timeline.at(-1)).toMatchObject({ from: 'doing', to: 'doing', rule: 'urge' })
  })

  it('hands a task to somebody else, with the reason, and not to the same person', async () => {
    const { uid, from } = await begun()
    const lobby = outlet.as('lobby-manager')
    const act = { uid, from, act: 'transfer' } as const
    const ownerUid = outlet.people.teller ?? ''
    await expect(lobby.rectifications.act({ ...act, ownerUid })).rejects.toMatchObject({
      data: { fields: { reason: 'required' } },
    })
    await expect(
      lobby.rectifications.act({ ...act, ownerUid: outlet.people['lobby-manager'] ?? '', note: '给自己' }),
    ).rejects.toMatchObject({ data: { reason: 'sameOwner' } })
    const { task, timeline } = await lobby.rectifications.act({ ...act, ownerUid, note: '设备归他管' })
    expect([task.owner.person?.uid, task.state]).toEqual([ownerUid, 'doing'])
    expect(timeline.at(-1)).toMatchObject({ rule: 'transfer', note: '设备归他管' })
    await expect(lobby.rectifications.act({ ...act, ownerUid, note: '再转' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const co = { uid, from, act: 'co-owner', ownerUid: outlet.people['lobby-manager'] ?? '' } as const
    expect((await outlet.as('teller').rectifications.act(co)).task.coOwner?.uid).toBe(co.ownerUid)
  })

  it('lets neither who fixed it for a queue nor a co-owner verify it', async () => {
    const { uid, from } = await begun()
    const lobby = outlet.as('lobby-manager')
    const helper = outlet.people['ops-supervisor'] ?? ''
    await lobby.rectifications.act({ uid, from, act: 'co-owner', ownerUid: helper })
    await lobby.rectifications.act({ uid, from, act: 'transfer', queue: 'lobby-manager', note: '当班的人办' })
    await lobby.rectifications.move({ uid, from, to: 'submitted', note: '换了纸', cause: 'material.out' })
    for (const role of ['lobby-manager', 'ops-supervisor'] as const) {
      await expect(
        outlet.as(role).rectifications.move({ uid, from: 'submitted', to: 'verified', note: '自己看过' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    const { task } = await outlet
      .as('outlet-head')
      .rectifications.move({ uid, from: 'submitted', to: 'verified', note: '看过' })
    expect([task.state, task.owner.person?.uid]).toEqual(['verified', outlet.people['lobby-manager']])
  })

  it('extends only by what was asked and granted, counted, with its reason', async () => {
    const { uid, from, dueAt } = await begun()
    const lobby = outlet.as('lobby-manager')
    const head = outlet.as('outlet-head')
    const ask = (until: number) =>
      lobby.rectifications.act({ uid, from, act: 'ask-extension', dueAt: until, note: '厂家周五才来' })
    await expect(ask(dueAt)).rejects.toMatchObject({ data: { reason: 'extensionNotLater' } })
    await expect(ask(dueAt + 10 * DAY + 1)).rejects.toMatchObject({
      data: { reason: 'extensionTooLong', params: { days: 10 } },
    })
    const asked = await ask(dueAt + DAY)
    expect([asked.task.dueAt, asked.extension.asked?.until]).toEqual([dueAt, dueAt + DAY])
    expect(await acts('lobby-manager', uid)).not.toContain('ask-extension')
    await head.rectifications.act({ uid, from, act: 'refuse-extension', note: '先用备用机' })
    await ask(dueAt + 2 * DAY)
    const granted = await head.rectifications.act({ uid, from, act: 'grant-extension' })
    expect(granted.task.dueAt).toBe(dueAt + 2 * DAY)
    expect(granted.extension).toEqual({ granted: 1, reason: '厂家周五才来', asked: null })
    expect(granted.timeline.slice(-4).map(({ rule }) => rule)).toEqual([
      'ask-extension',
      'refuse-extension',
      'ask-extension',
      'grant-extension',
    ])
    await expect(head.rectifications.act({ uid, from, act: 'grant-extension' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('takes the branch’s decision with its reference for a critical fault', async () => {
    const { uid, from, dueAt } = await begun('critical')
    await outlet
      .as('lobby-manager')
      .rectifications.act({ uid, from, act: 'ask-extension', dueAt: dueAt + DAY, note: '等支行批' })
    const grant = { uid, from, act: 'grant-extension' } as const
    const head = outlet.as('outlet-head')
    await expect(head.rectifications.act(grant)).rejects.toMatchObject({ data: { fields: { decision: 'required' } } })
    const { task } = await head.rectifications.act({ ...grant, decision: '支行运管〔2026〕41 号，11 月 23 日' })
    expect(task.dueAt).toBe(dueAt + DAY)
  })

  it('answers a state that has changed meanwhile with what happened', async () => {
    const { uid } = await begun()
    await expect(
      outlet.as('outlet-head').rectifications.act({ uid, from: 'assigned', act: 'urge' }),
    ).rejects.toMatchObject({ code: 'conflict', data: { reason: 'taskMovedMeanwhile' } })
  })
})
