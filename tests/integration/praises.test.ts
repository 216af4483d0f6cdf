import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

const WORDS = '冒雨把老人送上车'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

describe('praise of customers', () => {
  let outlet: MeetingOutlet
  let head: Client
  let lobby: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    head = outlet.as('outlet-head')
    lobby = outlet.as('lobby-manager')
    teller = outlet.as('teller')
  })

  const add = (client: Client, people: string[], more: { words?: string; on?: string } = {}) =>
    client.praises.add({ on: '2026-11-23', channel: 'banner', words: WORDS, people, ...more })
  const found = async (more: object = {}) => (await head.praises.list(more)).praises.map(({ words }) => words)

  it('is entered by a colleague, of one, of several or of the whole outlet', async () => {
    const praise = await add(lobby, [outlet.uid('teller')])
    expect(praise).toMatchObject({
      ...{ on: '2026-11-23', channel: 'banner', words: WORDS, mayWithdraw: true, withdrawn: null },
      ...{ people: [{ name: '许一诺' }], enteredBy: { name: '沈知夏' } },
    })
    const both = await add(head, [outlet.uid('teller'), outlet.uid('lobby-manager'), outlet.uid('teller')])
    expect(both.people.map(({ name }) => name).sort()).toEqual(['沈知夏', '许一诺'])
    expect((await add(teller, [], { words: '环境整洁' })).people).toEqual([])
    expect(await found()).toHaveLength(3)
    expect(await found({ person: outlet.uid('lobby-manager') })).toEqual([WORDS])
    expect(await found({ month: '2026-10' })).toEqual([])
  })

  it('is listed of everybody for a year, and of one person for ever', async () => {
    await add(lobby, [outlet.uid('teller')], { on: '2024-11-23', words: '两年前' })
    await add(lobby, [outlet.uid('teller')], { on: '2025-11-24', words: '去年' })
    expect(await found()).toEqual(['去年'])
    expect(await found({ month: '2024-11' })).toEqual(['两年前'])
    expect(await found({ person: outlet.uid('teller') })).toEqual(['去年', '两年前'])
  })

  it('is never entered by whom it praises, for a day to come, or of nobody who is known', async () => {
    await expect(add(teller, [outlet.uid('lobby-manager'), outlet.uid('teller')])).rejects.toMatchObject({
      code: 'forbidden',
      data: { reason: 'praiseOfOneself' },
    })
    await expect(add(lobby, [], { on: '2026-11-24' })).rejects.toMatchObject({ data: { reason: 'periodInFuture' } })
    await expect(add(lobby, ['00000000-0000-4000-8000-000000000000'])).rejects.toMatchObject({
      data: { reason: 'personGone' },
    })
    await expect(add(lobby, [], { words: '  ' })).rejects.toMatchObject({ data: { fields: { words: 'required' } } })
    expect(await found({ withdrawn: true })).toEqual([])
    expect(await found()).toEqual([])
  })

  it('is found by words, by names and by pinyin', async () => {
    await add(lobby, [outlet.uid('teller')])
    await add(lobby, [], { words: '环境整洁' })
    for (const [search, total] of [
      ['老人', 1],
      ['xyn', 1],
      ['hjzj', 1],
      ['zzzz', 0],
      ['', 2],
    ] as const) {
      expect([search, (await head.praises.list({ search })).total]).toEqual([search, total])
    }
  })

  it('is withdrawn by whoever entered it or by the head, with a reason that stays', async () => {
    const praise = await add(lobby, [outlet.uid('teller')])
    const reason = '客户说的是另一家网点'
    await expect(teller.praises.withdraw({ uid: praise.uid, reason })).rejects.toMatchObject({
      data: { reason: 'praiseOfOthers' },
    })
    const gone = await head.praises.withdraw({ uid: praise.uid, reason })
    expect(gone).toMatchObject({ withdrawn: { by: '林予安', reason }, mayWithdraw: false })
    await expect(lobby.praises.withdraw({ uid: praise.uid, reason })).rejects.toMatchObject({
      data: { reason: 'praiseWithdrawn' },
    })
    expect([await found(), await found({ withdrawn: true })]).toEqual([[], [WORDS]])
    const asked = { subject: { kind: 'outlet' as const }, ...NOVEMBER, sources: ['customer.praise'] }
    expect((await head.awardEvidence.search(asked)).records).toEqual([])
    expect(await head.awardEvidence.read({ refs: [{ kind: 'praise', uid: praise.uid }] })).toEqual([null])
  })

  it('stands as evidence of those it names, and all of it of the outlet', async () => {
    const { uid } = await add(lobby, [outlet.uid('teller')])
    await add(lobby, [], { words: '环境整洁' })
    const search = (subject: object, words = '') =>
      head.awardEvidence.search({ subject, ...NOVEMBER, sources: ['customer.praise'], words } as never)
    const person = await search({ kind: 'person', staffUid: outlet.uid('teller') })
    expect(person.records).toMatchObject([
      { source: 'customer.praise', record: { kind: 'praise', uid }, fact: 'praised-by-customer', words: WORDS },
    ])
    expect(person.records[0]?.name).toEqual({ zh: '锦旗', en: 'Banner' })
    expect(person.totals).toMatchObject([{ source: 'customer.praise', figure: { value: 1 } }])
    expect(person.untold).toEqual([])
    expect((await search({ kind: 'outlet' })).records).toHaveLength(2)
    expect((await search({ kind: 'outlet' }, '整洁')).records).toHaveLength(1)
    expect((await search({ kind: 'person', staffUid: outlet.uid('ops-supervisor') })).records).toEqual([])
  })

  it('is a reason to nominate once there are two, and stays linked in the nomination and its story', async () => {
    await add(lobby, [outlet.uid('teller')])
    const suggested = async () =>
      (await head.awardEvidence.suggestions({})).suggestions.filter(({ rule }) => rule === 'customer-praise')
    expect(await suggested()).toEqual([])
    const { uid } = await add(lobby, [outlet.uid('teller')], { words: '找回存折送回家' })
    expect(await suggested()).toMatchObject([
      { person: { name: '许一诺' }, kind: 'month-service-star', count: 2, least: 2, isNominated: false },
    ])
    const { award } = await lobby.awards.add({
      ...{ kind: 'month-service-star', nominee: { kind: 'person', person: outlet.uid('teller') } },
      ...{ from: '2026-11-01', to: '2026-11-23', reason: '客户两次表扬' },
    })
    const { evidence } = await lobby.awards.addEvidence({
      ...{ uid: award.uid, criterion: 'rating', source: 'customer.praise', record: { kind: 'praise', uid } },
      ...{ words: null, figure: null, unit: null, on: '2026-11-23' },
    })
    expect(evidence).toMatchObject([{ record: { kind: 'praise', uid }, title: '锦旗 找回存折送回家' }])
    const { sentences, unknown } = await lobby.awardPapers.story({ uid: award.uid, language: 'zh-CN' })
    expect(sentences.map(({ text }) => text)).toContain('2026年11月23日，客户表扬（锦旗）：“找回存折送回家”。')
    expect(unknown).toEqual([])
  })

  it('is shown in the next meeting, once', async () => {
    await add(lobby, [outlet.uid('teller')])
    await add(lobby, [], { words: '环境整洁' })
    const shown = async () => {
      const { meeting, template } = await outlet.begin()
      const position = template.steps.findIndex(({ shows }) => shows.includes('customer.praise'))
      const blocks = await head.meetings.screenData({ meeting: meeting.uid, position })
      return blocks.find(({ key }) => key === 'customer.praise')?.rows.map(({ text, person }) => [text?.zh, person])
    }
    expect((await shown())?.sort()).toEqual([
      [WORDS, '许一诺'],
      ['环境整洁', null],
    ])
    await outlet.dawn('2026-11-24')
    expect(await shown()).toEqual([])
  })
})
