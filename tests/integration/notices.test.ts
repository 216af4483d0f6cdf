import { beforeEach, describe, expect, it } from 'vitest'
import { UNREAD_SINCE } from '../../electron/service/notices/notice-repository.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const FIELDS = {
  title: '季末现金限额调整',
  words: '库存限额改为两百万。',
  source: '支行运营部',
  receivedOn: '2026-11-20',
  passBy: '2026-11-24',
}

describe('notices', () => {
  let outlet: TestOutlet
  let uid: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    uid = (await outlet.as('lobby-manager').notices.add(FIELDS)).uid
  })

  const peopleOf = async (roles: readonly string[]) => roles.map((role) => outlet.people[role] ?? '')
  const matters = async (role: 'teller' | 'ops-supervisor') =>
    (await outlet.as(role).today.overview({})).matters.filter(({ kind }) => kind === 'notice')

  it('wait until somebody is told, then for those who were away', async () => {
    const head = outlet.as('outlet-head')
    expect((await head.notices.list({ state: 'waiting' })).notices).toMatchObject([
      { uid, knownBy: 0, staffCount: 5, passedAt: null, enteredBy: '沈知夏' },
    ])
    expect(await matters('teller')).toEqual([])
    const people = await peopleOf(['outlet-head', 'lobby-manager', 'ops-supervisor'])
    await head.notices.passOn({ uid, people })
    expect((await head.notices.list({ state: 'waiting' })).total).toBe(0)
    expect(await matters('teller')).toMatchObject([{ uid, name: FIELDS.title, on: '2026-11-24', isLate: false }])
    expect(await matters('ops-supervisor')).toEqual([])
    const { notices } = await outlet.as('teller').notices.list({ state: 'unread' })
    expect(notices.map((one) => one.uid)).toEqual([uid])
    await outlet.as('teller').notices.read({ uid })
    expect(await matters('teller')).toEqual([])
    const { notice, readers } = await head.notices.card({ uid })
    expect([notice.knownBy, readers.map(({ way }) => way).sort()]).toEqual([
      4,
      ['heard', 'heard', 'heard', null, 'read'],
    ])
  })

  it('keep the first time somebody knew', async () => {
    await outlet.as('teller').notices.read({ uid })
    const { readers } = await outlet.as('teller').notices.card({ uid })
    outlet.ports.advance(60_000)
    await outlet.as('outlet-head').notices.passOn({ uid, people: await peopleOf(['teller']) })
    expect((await outlet.as('teller').notices.card({ uid })).readers).toEqual(readers)
  })

  it('press on their last day, told or not', async () => {
    outlet.ports.setNow(Date.parse('2026-11-24T08:00:00+08:00'))
    expect(await matters('teller')).toMatchObject([{ uid, isLate: false }])
    outlet.ports.setNow(Date.parse('2026-11-25T08:00:00+08:00'))
    expect(await matters('teller')).toMatchObject([{ uid, isLate: true }])
  })

  it('change only while nobody knows them, and stay when withdrawn', async () => {
    const lobby = outlet.as('lobby-manager')
    expect(await lobby.notices.update({ uid, ...FIELDS, title: '现金限额' })).toMatchObject({ title: '现金限额' })
    await lobby.notices.read({ uid })
    await expect(lobby.notices.update({ uid, ...FIELDS })).rejects.toMatchObject({ data: { reason: 'noticeKnown' } })
    await lobby.notices.withdraw({ uid, reason: '文件作废' })
    expect((await lobby.notices.list({})).notices).toMatchObject([{ withdrawnReason: '文件作废' }])
    await expect(lobby.notices.read({ uid })).rejects.toMatchObject({ data: { reason: 'noticeWithdrawn' } })
    expect((await lobby.notices.list({ state: 'waiting' })).total).toBe(0)
    expect(await matters('teller')).toEqual([])
  })

  it('refuse days out of order and notices from the future', async () => {
    const lobby = outlet.as('lobby-manager')
    const reasonOf = (fields: object) =>
      lobby.notices.add({ ...FIELDS, ...fields }).catch((error: { data: { fields: object } }) => error.data.fields)
    expect(await reasonOf({ receivedOn: '2026-11-24' })).toEqual({ receivedOn: 'receivedInFuture' })
    expect(await reasonOf({ passBy: '2026-11-19' })).toEqual({ passBy: 'passByBeforeReceived' })
  })

  it('do not count who came later', async () => {
    const head = outlet.as('outlet-head')
    const fields = { name: '新同事', staffNo: null, post: 'teller' as const, duties: [], certificateValidTo: null }
    await head.people.add({ ...fields, joinedOn: '2026-11-21' })
    expect((await head.notices.card({ uid })).notice.staffCount).toBe(5)
    await head.people.add({ ...fields, name: '老同事', joinedOn: '2026-11-20' })
    expect((await head.notices.card({ uid })).notice.staffCount).toBe(6)
  })

  it('are found by title, pinyin and issuer, and entered by leads alone', async () => {
    await addVisitors(outlet)
    const found = async (search: string) => (await outlet.as('auditor').notices.list({ search })).total
    expect(await Promise.all(['限额', 'xjxe', '运营部', '没有'].map(found))).toEqual([1, 1, 1, 0])
    await expect(outlet.as('teller').notices.add(FIELDS)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(outlet.as('auditor').notices.read({ uid })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are looked up for Today by an index, never the whole table', () => {
    const sql = UNREAD_SINCE.replaceAll(/@\w+/g, '1')
    const plan = outlet.ports.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
  })
})
