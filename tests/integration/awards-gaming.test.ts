import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/roles.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

const TODAY = '2026-11-23'

describe('the veto against mutual gaming', () => {
  let outlet: MeetingOutlet
  beforeEach(async () => {
    outlet = await startMeetingOutlet()
  })

  const give = (by: Role, to: string, isPrivate = false) =>
    outlet.as(by).thanks.give({ to: outlet.uid(to), words: '替我守了一上午窗口', value: 'warmth', isPrivate })

  /** By the supervisor. */
  async function nominate(kind = 'week-star', from = TODAY, to = from, post = 'teller') {
    const client = outlet.as('ops-supervisor')
    const nominee = { kind: 'person' as const, person: outlet.uid(post) }
    const { award } = await client.awards.add({ kind, nominee, from, to, reason: '帮同事' })
    const { kinds } = await client.awards.rules({})
    const [criterion] = kinds.find(({ id }) => id === kind)?.criteria ?? []
    const { award: ready } = await client.awards.addEvidence({
      ...{ uid: award.uid, criterion: criterion?.id ?? '', source: criterion?.sources[0] ?? '', record: null },
      ...{ words: '满意率报表', figure: null, unit: null, on: award.to },
    })
    await client.awards.nominate({ uid: award.uid, basedOn: ready.revision })
    return award.uid
  }

  async function gate(uid: string) {
    const { gates } = await outlet.as('outlet-head').awards.checkGates({ uid })
    const one = gates.find((each) => each.gate === 'mutual-gaming')
    return one && [one.result, one.records.map(({ text }) => text)]
  }

  /** Typed in the morning meeting by the client, of the teller. */
  async function praise(by: Role, meeting: Awaited<ReturnType<MeetingOutlet['begin']>>, of = 'teller') {
    const position = outlet.step(meeting, 'praise')
    await outlet.as(by).meetings.addLine({
      ...{ meeting: meeting.meeting.uid, position, capture: 'praise' },
      ...{ words: '昨天替我顶班', person: outlet.uid(of) },
    })
  }

  async function holdWith(...praised: [by: Role, of: string][]) {
    const meeting = await outlet.begin()
    for (const [by, of] of praised) await praise(by, meeting, of)
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
  }

  /** As another outlet's limit, or a restored file, may have let it in. */
  function insertCard(giver: string, receiver: string) {
    outlet.ports.database
      .prepare(
        `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at)
         SELECT 'fourth', giver.id, receiver.id, 'w', 'w', 'warmth', 0, @on, 1
         FROM staff giver, staff receiver WHERE giver.uid = @giver AND receiver.uid = @receiver`,
      )
      .run({ on: TODAY, giver: outlet.uid(giver), receiver: outlet.uid(receiver) })
  }

  it('stands in every award that cards may speak for, and in no other', async () => {
    const { kinds } = await outlet.as('teller').awards.rules({})
    const bearing = kinds.filter(({ gates }) => gates.some(({ id }) => id === 'mutual-gaming')).map(({ id }) => id)
    const speaking = kinds.filter(({ criteria }) => criteria.some(({ sources }) => sources.includes('peer.thanks')))
    expect(bearing).toEqual(speaking.map(({ id }) => id))
    expect(bearing).toContain('month-service-star')
    expect(bearing).not.toContain('fast-fix')
  })

  it('asks once meetings hold the praise that cards no longer may, for the log does not know who spoke', async () => {
    await give('teller', 'lobby-manager')
    await give('lobby-manager', 'teller')
    await give('teller', 'lobby-manager')
    await expect(give('lobby-manager', 'teller')).rejects.toMatchObject({ data: { reason: 'thanksOfPair' } })
    const uid = await nominate()
    expect(await gate(uid)).toEqual(['clear', []])
    const meeting = await outlet.begin()
    await praise('lobby-manager', meeting)
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    expect(await gate(uid)).toEqual(['clear', []])
    await outlet.sign(meeting)
    expect(await gate(uid)).toEqual(['unknown', ['沈知夏 × 4']])
  })

  it('refuses no award to the recorder who typed what everybody said, once somebody says so by name', async () => {
    for (let card = 0; card < 3; card++) await give('teller', 'lobby-manager')
    await holdWith(['lobby-manager', 'teller'])
    const uid = await nominate('week-star', TODAY, TODAY, 'lobby-manager')
    expect(await gate(uid)).toEqual(['unknown', ['许一诺 × 4']])
    const head = outlet.as('outlet-head')
    const note = '许一诺的表扬是别人说的，沈知夏只是记录'
    const { gates } = await head.awards.confirmGate({ uid, gate: 'mutual-gaming', result: 'clear', note })
    expect(gates.find((each) => each.gate === 'mutual-gaming')).toMatchObject({
      ...{ result: 'clear', note, confirmedBy: '林予安' },
    })
    expect(await gate(uid)).toEqual(['clear', ['许一诺 × 4']])
  })

  it('is found by cards alone, whatever was said in meetings beside them', async () => {
    await give('teller', 'lobby-manager')
    await give('lobby-manager', 'teller')
    await give('teller', 'lobby-manager')
    insertCard('lobby-manager', 'teller')
    await holdWith(['lobby-manager', 'teller'], ['outlet-head', 'teller'])
    const uid = await nominate()
    expect(await gate(uid)).toEqual(['found', ['沈知夏 × 4']])
    const { award } = await outlet.as('outlet-head').awards.card({ uid })
    const reviewers = [outlet.uid('outlet-head'), outlet.uid('lobby-manager')]
    await expect(
      outlet.as('outlet-head').awards.startReview({ uid, basedOn: award.revision, reviewers }),
    ).rejects.toMatchObject({ data: { reason: 'awardVetoed' } })
  })

  it('is none where only one of the two praises, nor where a private card makes the fourth', async () => {
    for (let card = 0; card < 3; card++) await give('lobby-manager', 'teller')
    await give('outlet-head', 'teller')
    await give('teller', 'outlet-head', true)
    await give('teller', 'outlet-head')
    const meeting = await outlet.begin()
    await praise('lobby-manager', meeting)
    await praise('outlet-head', meeting)
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    expect(await gate(await nominate())).toEqual(['clear', []])
  })

  it('looks at seven days, those before the period with its first ones', async () => {
    await give('teller', 'lobby-manager')
    await give('lobby-manager', 'teller')
    await give('teller', 'lobby-manager')
    await outlet.dawn('2026-11-27')
    const meeting = await outlet.begin()
    await praise('lobby-manager', meeting)
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    await outlet.dawn('2026-11-30')
    expect(await gate(await nominate('week-star', '2026-11-28', '2026-11-30'))).toEqual(['clear', []])
    expect(await gate(await nominate('month-service-star', '2026-11-27', '2026-11-30'))).toEqual([
      'unknown',
      ['沈知夏 × 4'],
    ])
  })
})
