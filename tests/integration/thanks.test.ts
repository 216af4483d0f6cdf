import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/roles.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'
import { addVisitors } from '../harness/test-service.ts'

const MINUTE = 60_000
const WORDS = '早高峰主动帮两位老人填单'

describe('thanks', () => {
  let outlet: MeetingOutlet
  let head: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    head = outlet.as('outlet-head')
    teller = outlet.as('teller')
  })

  const uidOf = (role: string) => outlet.people[role] ?? ''
  const give = (by: Role, to: string, more: { words?: string; isPrivate?: boolean } = {}) =>
    outlet.as(by).thanks.give({ to: uidOf(to), words: WORDS, value: 'warmth', ...more })
  const wall = async () => (await outlet.as('ops-supervisor').thanks.list({ box: 'wall' })).cards

  it('go from anybody to anybody else, and stand on the wall of the month', async () => {
    const card = await give('teller', 'lobby-manager')
    expect(card).toMatchObject({ from: { name: '许一诺' }, to: { name: '沈知夏' }, words: WORDS, on: '2026-11-23' })
    expect(await wall()).toMatchObject([{ uid: card.uid, isPrivate: false, undoUntil: null, mayWithdraw: false }])
    expect((await outlet.as('lobby-manager').thanks.list({ box: 'received' })).total).toBe(1)
    expect((await teller.thanks.list({ box: 'given' })).cards).toMatchObject([{ uid: card.uid, mayWithdraw: true }])
    expect((await head.thanks.list({ box: 'received' })).total).toBe(0)
    expect((await head.thanks.list({ box: 'wall', month: '2026-10' })).total).toBe(0)
    await expect(give('teller', 'teller')).rejects.toMatchObject({ data: { reason: 'thanksToOneself' } })
    await expect(teller.thanks.give({ to: uidOf('outlet-head'), words: WORDS, value: 'x' })).rejects.toMatchObject({
      data: { reason: 'thanksValueUnknown' },
    })
    await expect(give('teller', 'outlet-head', { words: '谢'.repeat(121) })).rejects.toMatchObject({
      data: { fields: { words: 'tooLong' } },
    })
  })

  it('are found by words, by names and by pinyin', async () => {
    await give('teller', 'lobby-manager')
    await give('outlet-head', 'teller', { words: '季末对账零差错' })
    for (const [search, total] of [
      ['老人', 1],
      ['dzlcc', 1],
      ['zzzz', 0],
      ['shenzhixia', 1],
      ['xyn', 2],
    ] as const) {
      expect([search, (await head.thanks.list({ box: 'wall', search })).total]).toEqual([search, total])
    }
  })

  it('reach nobody who has left, and no visitor', async () => {
    await addVisitors(outlet)
    await expect(give('teller', 'auditor')).rejects.toMatchObject({ data: { reason: 'personGone' } })
    const guard = (await head.people.list({})).find(({ uid }) => uid === uidOf('security-guard'))
    if (!guard) throw new Error('no guard')
    const { role: _role, hasPin: _hasPin, pinyin: _pinyin, unit: _unit, validUntil: _until, ...fields } = guard
    await head.people.update({ ...fields, isActive: false } as never)
    await expect(give('teller', 'security-guard')).rejects.toMatchObject({ data: { reason: 'personGone' } })
  })

  it('are three a day for a giver, and three in seven days between two, whichever way', async () => {
    await give('teller', 'lobby-manager')
    await give('lobby-manager', 'teller', { isPrivate: true })
    await give('teller', 'lobby-manager')
    await expect(give('lobby-manager', 'teller')).rejects.toMatchObject({
      data: { reason: 'thanksOfPair', params: { count: 3, name: '许一诺' } },
    })
    await expect(give('teller', 'lobby-manager')).rejects.toMatchObject({ data: { reason: 'thanksOfPair' } })
    await give('teller', 'outlet-head')
    expect((await teller.thanks.options({})).leftToday).toBe(0)
    await expect(give('teller', 'ops-supervisor')).rejects.toMatchObject({
      data: { reason: 'thanksADay', params: { count: 3 } },
    })
    await outlet.dawn('2026-11-29')
    await expect(give('lobby-manager', 'teller')).rejects.toMatchObject({ data: { reason: 'thanksOfPair' } })
    await outlet.dawn('2026-11-30')
    await give('lobby-manager', 'teller')
  })

  it('still count when they were withdrawn, and no longer when they were undone', async () => {
    const first = await give('teller', 'lobby-manager')
    await teller.thanks.undo({ uid: first.uid })
    expect([await wall(), (await teller.thanks.options({})).leftToday]).toEqual([[], 3])
    const second = await give('teller', 'lobby-manager')
    outlet.ports.advance(11 * MINUTE)
    await expect(teller.thanks.undo({ uid: second.uid })).rejects.toMatchObject({ data: { reason: 'thanksUndoOver' } })
    const withdrawn = await teller.thanks.withdraw({ uid: second.uid, reason: '送错人了' })
    expect(withdrawn.withdrawn).toMatchObject({ by: '许一诺', reason: '送错人了' })
    expect(await wall()).toEqual([])
    expect((await outlet.as('lobby-manager').thanks.list({ box: 'received' })).total).toBe(0)
    expect((await teller.thanks.list({ box: 'given' })).cards).toMatchObject([{ withdrawn: { reason: '送错人了' } }])
    expect((await teller.thanks.options({})).leftToday).toBe(2)
    await expect(teller.thanks.withdraw({ uid: second.uid, reason: '再撤' })).rejects.toMatchObject({
      data: { reason: 'thanksWithdrawn' },
    })
  })

  it('are taken back by their giver, public ones withdrawn by the head too', async () => {
    const open = await give('teller', 'lobby-manager')
    const secret = await give('teller', 'ops-supervisor', { isPrivate: true })
    await expect(head.thanks.undo({ uid: open.uid })).rejects.toMatchObject({ data: { reason: 'thanksOfGiverOnly' } })
    await expect(outlet.as('lobby-manager').thanks.withdraw({ uid: open.uid, reason: 'x' })).rejects.toMatchObject({
      data: { reason: 'thanksOfGiverOnly' },
    })
    await expect(head.thanks.withdraw({ uid: secret.uid, reason: 'x' })).rejects.toMatchObject({
      data: { reason: 'thanksGone' },
    })
    expect((await head.thanks.withdraw({ uid: open.uid, reason: '写了客户姓名' })).withdrawn?.by).toBe('林予安')
  })

  it('keep the last value, and the limits that the awards file names', async () => {
    expect((await teller.thanks.options({})).lastValue).toBeNull()
    await teller.thanks.give({ to: uidOf('outlet-head'), words: WORDS, value: 'skill' })
    const options = await teller.thanks.options({})
    expect(options).toMatchObject({ lastValue: 'skill', aDay: 3, leftToday: 2, inSevenDays: 3 })
    const awards = JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/awards/awards.json'), 'utf8'))
    const card = awards.kinds.find(({ id }: { id: string }) => id === 'thanks-card')
    expect([card.quota_zh, card.veto_zh]).toEqual(['不限，每人每日最多送三张', ['互刷（同两人一周超过三次）']])
  })

  it('leave no trace of a private one anywhere but with the two', async () => {
    await addVisitors(outlet)
    const planted = '只告诉你的一句话六月雪'
    const card = await give('teller', 'lobby-manager', { words: planted, isPrivate: true })
    const events = JSON.stringify(outlet.ports.database.prepare('SELECT * FROM audit_entry').all())
    expect([events.includes(planted), events.includes(card.uid)]).toEqual([false, false])
    const mine = await outlet.as('lobby-manager').thanks.list({ box: 'received' })
    expect(mine.cards).toMatchObject([{ words: planted, isPrivate: true }])
    expect((await teller.thanks.list({ box: 'given' })).cards).toMatchObject([{ words: planted }])
    const subject = { kind: 'person' as const, staffUid: uidOf('lobby-manager') }
    for (const client of [
      head,
      outlet.as('ops-supervisor'),
      outlet.as('auditor'),
      outlet.operator,
      outlet.as('lobby-manager'),
    ]) {
      const asked = [
        await client.thanks.list({ box: 'wall' }),
        await client.awardEvidence.search({ subject, from: '2026-11-01', to: '2026-11-30' }),
        await client.awardEvidence.search({
          subject: { kind: 'outlet' },
          from: '2026-11-01',
          to: '2026-11-30',
          words: '六月雪',
        }),
        await client.awardEvidence.read({ refs: [{ kind: 'thanks', uid: card.uid }] }),
      ]
      expect(JSON.stringify(asked)).not.toContain(planted)
      expect(JSON.stringify(asked)).not.toContain(card.uid)
    }
    for (const client of [head, outlet.as('ops-supervisor'), outlet.as('auditor'), outlet.operator]) {
      for (const box of ['received', 'given'] as const) {
        expect((await client.thanks.list({ box, search: '六月雪' })).total).toBe(0)
      }
    }
  })

  it('are told on Today to whom they are for and to nobody else, until they were looked at', async () => {
    const told = async (role: Role) =>
      (await outlet.as(role).today.overview({})).matters.filter(({ kind }) => kind === 'thanks')
    await give('teller', 'lobby-manager', { isPrivate: true })
    outlet.ports.advance(MINUTE)
    const { uid } = await give('outlet-head', 'lobby-manager')
    expect(await told('lobby-manager')).toMatchObject([{ kind: 'thanks', count: 2, name: '', on: '2026-11-23' }])
    for (const role of ['teller', 'outlet-head', 'ops-supervisor'] as const) expect(await told(role)).toEqual([])
    await head.thanks.undo({ uid })
    expect((await told('lobby-manager')).map(({ count }) => count)).toEqual([1])
    const lobby = outlet.as('lobby-manager')
    expect((await lobby.thanks.options({})).unseen).toBe(1)
    const shown = (await lobby.thanks.list({ box: 'received' })).cards
    outlet.ports.advance(MINUTE)
    await give('ops-supervisor', 'lobby-manager')
    await lobby.thanks.see({ until: Math.max(...shown.map(({ at }) => at)) })
    expect((await told('lobby-manager')).map(({ count }) => count)).toEqual([1])
    await lobby.thanks.see({ until: Number.MAX_SAFE_INTEGER })
    expect([await told('lobby-manager'), (await lobby.thanks.options({})).unseen]).toEqual([[], 0])
    outlet.ports.advance(MINUTE)
    await give('teller', 'lobby-manager')
    expect(await told('lobby-manager')).toHaveLength(1)
    await outlet.dawn('2026-12-30')
    expect(await told('lobby-manager')).toEqual([])
  })

  it('are read out in the next meeting, public ones alone', async () => {
    await give('teller', 'lobby-manager')
    await give('ops-supervisor', 'teller', { words: '悄悄话', isPrivate: true })
    const { meeting, template } = await outlet.begin()
    const position = template.steps.findIndex(({ shows }) => shows.includes('award.thanks'))
    const blocks = await head.meetings.screenData({ meeting: meeting.uid, position })
    const block = blocks.find(({ key }) => key === 'award.thanks')
    expect(block?.rows.map(({ text, person }) => [text?.zh, person])).toEqual([[`沈知夏：${WORDS}`, '许一诺']])
    await outlet.dawn('2026-11-24')
    const next = await outlet.begin()
    const shown = await head.meetings.screenData({ meeting: next.meeting.uid, position })
    expect(shown.find(({ key }) => key === 'award.thanks')?.rows).toEqual([])
  })
})
