import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/roles.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

const YEAR = { from: '2025-12', to: '2026-11' }
const LATER = '2026-11-29'

describe('suggestions and figures of recognition', () => {
  let outlet: MeetingOutlet
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    head = outlet.as('outlet-head')
  })

  const give = (by: Role, to: string, isPrivate = false) =>
    outlet.as(by).thanks.give({ to: outlet.uid(to), words: '替我守了一上午窗口', value: 'together', isPrivate })

  /** As it would stand at its end; the way there is the awards' own test. */
  function grant(kind: string, post: string, on: string, state: 'granted' | 'revoked' = 'granted') {
    const { database } = outlet.ports
    const id = database.prepare('SELECT id FROM staff WHERE uid = ?').pluck().get(outlet.uid(post))
    const serial = Number(database.prepare('SELECT count(*) FROM award').pluck().get()) + 1
    database
      .prepare(
        `INSERT INTO award (uid, no, year, serial, kind, level, subject_kind, staff_id, period_from, period_to, nominator,
           reason, search, state, state_since, created_at, granted_on)
         VALUES (@uid, @no, 2026, @serial, @kind, 'outlet', 'person', @id, '2026-10-01', '2026-10-31', @id, 'r', 'r',
           @state, 0, 0, @on)`,
      )
      .run({ uid: `00000000-0000-7000-8000-0000000000${10 + serial}`, no: `AW-${serial}`, serial, kind, id, state, on })
  }

  it('count public cards and granted awards by month, kind, post and person, never private ones', async () => {
    await give('teller', 'lobby-manager')
    await give('ops-supervisor', 'lobby-manager')
    await give('teller', 'ops-supervisor', true)
    const withdrawn = await give('lobby-manager', 'outlet-head')
    await outlet.as('lobby-manager').thanks.withdraw({ uid: withdrawn.uid, reason: '送错人了' })
    grant('month-service-star', 'teller', '2026-10-05')
    grant('month-service-star', 'lobby-manager', '2026-11-05')
    grant('week-star', 'teller', '2026-11-10', 'revoked')
    const figures = await head.awardFigures.read(YEAR)
    expect(figures.months.slice(-2)).toEqual([
      { month: '2026-10', thanks: 0, awards: 1 },
      { month: '2026-11', thanks: 2, awards: 1 },
    ])
    expect([figures.kinds, figures.total, figures.recognised]).toEqual([
      [{ kind: 'month-service-star', awards: 2 }],
      { thanks: 2, awards: 2 },
      { part: 2, of: 5 },
    ])
    expect(figures.posts.find(({ post }) => post === 'lobby-manager')).toEqual({
      ...{ post: 'lobby-manager', people: 1, recognised: 1, thanks: 2, awards: 1 },
    })
    expect(figures.people?.filter(({ thanks, awards }) => thanks + awards > 0)).toMatchObject([
      { person: { name: '沈知夏' }, thanks: 2, awards: 1 },
      { person: { name: '许一诺' }, thanks: 0, awards: 1 },
    ])
    await expect(head.awardFigures.read({ from: '2020-01', to: '2026-11' })).rejects.toMatchObject({
      data: { reason: 'rangeTooLong' },
    })
  })

  it('show others their own numbers and totals until the head decides otherwise', async () => {
    await give('teller', 'lobby-manager')
    const lobby = outlet.as('lobby-manager')
    const seen = await lobby.awardFigures.read(YEAR)
    expect([seen.people, seen.mine, seen.total.thanks]).toEqual([null, { thanks: 1, awards: 0 }, 1])
    await expect(lobby.awardFigures.showRanking({ isShown: true })).rejects.toMatchObject({ code: 'forbidden' })
    await head.awardFigures.showRanking({ isShown: true })
    expect((await lobby.awardFigures.read(YEAR)).people).toHaveLength(5)
    await head.awardFigures.showRanking({ isShown: false })
    expect((await lobby.awardFigures.read(YEAR)).people).toBeNull()
  })

  it('suggest from records with their links, and say who is nominated already', async () => {
    const { database } = outlet.ports
    const id = Number(database.prepare('SELECT id FROM staff WHERE uid = ?').pluck().get(outlet.uid('teller')))
    const template = (await head.meetings.templates({})).find((one) => one.id === 'standard-15')
    if (!template) throw new Error('no template')
    insertManyMeetings(database, { template, from: '2026-11-09', to: '2026-11-20', staff: [id], open: 0 })
    const { suggestions } = await head.awardEvidence.suggestions({})
    const hosted = suggestions.find(({ rule }) => rule === 'meetings-hosted')
    expect(hosted).toMatchObject({ person: { name: '许一诺' }, kind: 'best-host', count: 10, isNominated: false })
    expect(hosted?.records.map(({ on }) => on)[0]).toBe('2026-11-20')
    expect(hosted).toMatchObject({ isCut: false, from: '2026-11-09', to: '2026-11-20' })
    expect(suggestions.find(({ rule }) => rule === 'thanks-received')).toMatchObject({ count: 10, kind: 'week-star' })
    grant('best-host', 'teller', '2026-11-20')
    const later = await head.awardEvidence.suggestions({})
    expect(later.suggestions.find(({ rule }) => rule === 'meetings-hosted')?.isNominated).toBe(true)
    await expect(outlet.as('lobby-manager').awardEvidence.suggestions({})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('name for the head alone who has had no recognition for three months', async () => {
    await give('teller', 'lobby-manager')
    await give('teller', 'ops-supervisor', true)
    await outlet.as('outlet-head').people.update({
      ...(await newcomer('security-guard')),
      joinedOn: '2026-11-02',
    } as never)
    const names = async () =>
      (await head.awardEvidence.suggestions({})).unrecognised.map(({ person, lastOn }) => [person.name, lastOn])
    expect(await names()).toEqual([
      ['林予安', null],
      ['顾青禾', null],
      ['许一诺', null],
    ])
    grant('month-service-star', 'teller', '2026-11-20')
    await outlet.dawn(LATER)
    expect((await names()).map(([name]) => name)).toEqual(['林予安', '顾青禾'])
    await outlet.dawn('2027-02-24')
    expect(await names()).toContainEqual(['沈知夏', '2026-11-23'])
  })

  async function newcomer(post: string) {
    const person = (await head.people.list({})).find(({ uid }) => uid === outlet.uid(post))
    if (!person) throw new Error(`no ${post}`)
    const { role: _role, hasPin: _hasPin, pinyin: _pinyin, unit: _unit, validUntil: _until, ...fields } = person
    return fields
  }
})
