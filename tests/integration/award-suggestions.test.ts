import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'

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

  describe('whose records are of the teller, refuse the nomination', () => {
    const today = { from: '2026-11-23', to: '2026-11-23' }
    const team = (...posts: string[]) => ({
      ...{
        kind: 'feature-service',
        nominee: { kind: 'team' as const, team: '大堂组', members: posts.map(outlet.uid) },
      },
    })
    const person = (post: string) => ({
      ...{ kind: 'week-star', nominee: { kind: 'person' as const, person: outlet.uid(post) } },
    })
    type Subject = ReturnType<typeof person> | ReturnType<typeof team>
    const add = (subject: Subject, source: string, record: object) =>
      head.awards.add({
        ...{ ...subject, ...today, reason: '替人顶班' },
        records: linksOf({ records: [{ source, record }] }),
      })
    const ofAnother = { data: { reason: 'evidenceOfAnother', fields: { nominee: 'evidenceOfAnother' } } }

    /** One record of the teller of every kind that can be somebody's. */
    async function recordsOfTeller(): Promise<[source: string, kind: string, uid: string][]> {
      const { database } = outlet.ports
      const { uid: card } = await head.thanks.give({ to: outlet.uid('teller'), words: '多开一窗', value: 'together' })
      await praise('2026-11-23', '讲得清楚')
      const meeting = await outlet.begin('standard-15', 'teller')
      const say = (capture: 'praise' | 'notices-passed' | 'quiz', more: object) =>
        outlet.as('lobby-manager').meetings.addLine({
          ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, capture), capture, words: '顶班', ...more },
        })
      const said = await say('praise', { person: outlet.uid('teller') })
      const lesson = await say('notices-passed', { extra: { confirmed: [outlet.uid('teller')] } })
      await outlet.focus(meeting)
      await outlet.finish(meeting)
      await outlet.sign(meeting, 'teller')
      const own = 'SELECT id FROM staff WHERE uid = ?'
      database.exec("UPDATE staff SET certificate_valid_to = '2027-03-04'")
      const [round] = (await outlet.as('lobby-manager').patrols.day({})).patrols
      database
        .prepare(`UPDATE patrol SET submitted_at = 1, status = 'submitted', submitted_by = (${own}) WHERE uid = ?`)
        .run(outlet.uid('teller'), round?.uid)
      const task = await head.rectifications.open({
        ...{ ...PLAIN_TASK, description: '叫号机缺纸', queue: null, ownerUid: outlet.uid('teller') },
      })
      const uidOfPraise = database.prepare('SELECT uid FROM praise').pluck().get() as string
      const figure = ['peer.thanks', outlet.uid('teller'), today.from, today.to].join('~')
      return [
        ['peer.thanks', 'thanks', card],
        ['customer.praise', 'praise', uidOfPraise],
        ['peer.thanks', 'meeting-line', said.uid],
        ['training', 'meeting-line', lesson.uid],
        ['meeting.host', 'meeting', meeting.meeting.uid],
        ['patrol.pass-rate', 'patrol', round?.uid ?? ''],
        ['task.fast-fix', 'rectification', task.uid],
        ['certified', 'certificate', outlet.uid('teller')],
        ['peer.thanks', 'period-figure', figure],
      ]
    }

    it('of anybody else, and of a team without them; never of the teller or their team', async () => {
      for (const [source, kind, uid] of await recordsOfTeller()) {
        const record = { kind, uid }
        const refused = async (subject: Subject) =>
          expect(add(subject, source, record), `${source} ${kind}`).rejects.toMatchObject(ofAnother)
        const taken = async (subject: Subject) =>
          expect(add(subject, source, record), `${source} ${kind}`).resolves.toMatchObject({
            award: { state: 'draft' },
          })
        await refused(person('lobby-manager'))
        await refused(team('lobby-manager', 'ops-supervisor'))
        await taken(person('teller'))
        await taken(team('lobby-manager', 'teller'))
      }
    })
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
