import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

describe('suggestions of awards', () => {
  let outlet: MeetingOutlet
  let head: Client
  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    head = outlet.as('outlet-head')
  })

  const praise = (on: string, words: string) =>
    outlet.as('lobby-manager').praises.add({ on, channel: 'letter', words, people: [outlet.uid('teller')] })
  const suggested = async (rule: string) =>
    (await head.awardEvidence.suggestions({})).suggestions.find((one) => one.rule === rule)
  const linksOf = ({ records }: { records: readonly { source: string; record: object }[] }) =>
    records.map(({ source, record }) => ({ source, record, figure: null })) as never[]
  const nominate = (kind: string, period: { from: string; to: string }, records: never[]) =>
    head.awards.add({
      ...{ kind, nominee: { kind: 'person', person: outlet.uid('teller') }, reason: '客户两次表扬' },
      ...{ from: period.from, to: period.to, records },
    })

  it('come with a period that holds their records, and the nomination links them in the same step', async () => {
    await praise('2026-09-30', '搀扶老人')
    await praise('2026-11-20', '讲得清楚')
    const one = await suggested('customer-praise')
    expect(one).toMatchObject({ count: 2, isCut: false, from: '2026-09-30', to: '2026-11-20' })
    if (!one) throw new Error('no suggestion')
    const card = await nominate(one.kind, one, linksOf(one))
    expect(card.evidence.map(({ criterion, source, on, record }) => [criterion, source, on, record?.kind])).toEqual([
      ['rating', 'customer.praise', '2026-09-30', 'praise'],
      ['rating', 'customer.praise', '2026-11-20', 'praise'],
    ])
    expect(card.award.state).toBe('draft')
    const [first] = card.evidence
    const without = await head.awards.removeEvidence({ uid: card.award.uid, evidence: first?.uid ?? '' })
    expect(without.evidence).toHaveLength(1)
  })

  it('lead from linked praise to the meeting it was said in', async () => {
    const meeting = await outlet.begin()
    const line = await outlet.as('lobby-manager').meetings.addLine({
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'praise'), capture: 'praise' },
      ...{ words: '替我顶班', person: outlet.uid('teller') },
    })
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    const today = { from: '2026-11-23', to: '2026-11-23' }
    const record = { kind: 'meeting-line', uid: line.uid }
    const { evidence } = await nominate('week-star', today, linksOf({ records: [{ source: 'peer.thanks', record }] }))
    expect(evidence).toMatchObject([{ criterion: 'help', title: '替我顶班', within: meeting.meeting.uid }])
  })

  it('leave out what lies outside the period, is of no criterion, or tells another award already', async () => {
    await praise('2026-10-20', '搀扶老人')
    await praise('2026-11-20', '讲得清楚')
    const one = await suggested('customer-praise')
    if (!one) throw new Error('no suggestion')
    const november = { from: '2026-11-01', to: '2026-11-23' }
    const star = await nominate(one.kind, november, linksOf(one))
    expect(star.evidence.map(({ on }) => on)).toEqual(['2026-11-20'])
    expect((await nominate('best-host', november, linksOf(one))).evidence).toEqual([])
    await head.awards.nominate({ uid: star.award.uid, basedOn: star.award.revision })
    const again = await nominate('grace-award', november, linksOf(one))
    expect(again.evidence).toEqual([])
    expect((await nominate('week-star', november, linksOf(one))).evidence).toEqual([])
  })

  it('count each source by itself, and say where only the newest were counted', async () => {
    const { database } = outlet.ports
    const id = Number(database.prepare('SELECT id FROM staff WHERE uid = ?').pluck().get(outlet.uid('teller')))
    const template = (await head.meetings.templates({})).find((each) => each.id === 'standard-15')
    if (!template) throw new Error('no template')
    insertManyMeetings(database, { template, from: '2026-08-24', to: '2026-11-20', staff: [id], open: 0 })
    const given = database.prepare(
      `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at)
       SELECT 'card' || @no, giver.id, @id, 'w', 'w', 'v', 0, '2026-11-21', @no FROM staff giver WHERE giver.uid = @by`,
    )
    for (let no = 0; no < 120; no++) given.run({ no, id, by: outlet.uid('lobby-manager') })
    await praise('2026-08-25', '搀扶老人')
    await praise('2026-08-26', '讲得清楚')
    expect(await suggested('thanks-received')).toMatchObject({ count: 100, isCut: true, from: '2026-11-21' })
    const hosted = await suggested('meetings-hosted')
    expect([hosted?.isCut, hosted && hosted.count > 50, hosted?.to]).toEqual([false, true, '2026-11-20'])
    const of = await suggested('customer-praise')
    expect(of).toMatchObject({ count: 2, isCut: false, from: '2026-08-25', to: '2026-08-26' })
    expect((await suggested('thanks-received'))?.records).toHaveLength(40)
  })
})
