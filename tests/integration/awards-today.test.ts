import { beforeEach, describe, expect, it } from 'vitest'
import { awardNotices, grantedAwards } from '../../electron/service/meetings/wall/award-readers.ts'
import { type AwardOutlet, OCTOBER, startAwardOutlet } from '../harness/award-outlet.ts'

describe('what awards say elsewhere', () => {
  let at: AwardOutlet
  beforeEach(async () => {
    at = await startAwardOutlet()
  })

  async function matters(role: 'outlet-head' | 'ops-supervisor' | 'teller') {
    const all = (await at.outlet.as(role).today.overview({})).matters
    return all
      .filter(({ kind }) => kind.startsWith('award-'))
      .map(({ kind, name, on, isLate }) => [kind, name, on, isLate])
  }

  it('Today asks a reviewer for the sheet, until it is handed in', async () => {
    const { award } = await at.nominate('month-service-star', 'lobby-manager', OCTOBER)
    await at.review(award.uid, ['outlet-head', 'ops-supervisor'])
    expect(await matters('ops-supervisor')).toEqual([['award-sheet', 'AW-2026-001 许一诺', null, false]])
    await at.handIn(award.uid, 'ops-supervisor', 80)
    expect([await matters('ops-supervisor'), await matters('teller')]).toEqual([[], []])
  })

  it('Today asks the head for the answer to an objection, red once its third working day is over', async () => {
    const { award } = await at.publicise('month-service-star', 90, OCTOBER)
    await at.outlet.as('ops-supervisor').awards.object({ uid: award.uid, words: '数据有误' })
    expect(await matters('outlet-head')).toEqual([['award-objection', 'AW-2026-001 许一诺', '2026-11-26', false]])
    at.setDay('2026-11-27')
    expect(await matters('outlet-head')).toEqual([['award-objection', 'AW-2026-001 许一诺', '2026-11-26', true]])
    expect(await matters('ops-supervisor')).toEqual([])
  })

  it('Today tells the head what may be granted', async () => {
    await at.publicise('week-star')
    expect(await matters('outlet-head')).toEqual([['award-decision', 'AW-2026-001 许一诺', '2026-11-23', false]])
  })

  it('Today reminds the head of the month by the 5th and of the quarter by the 15th, until one is on its way', async () => {
    at.setDay('2026-12-01')
    expect(await matters('outlet-head')).toEqual([['award-monthly', '', '2026-12-05', false]])
    at.setDay('2026-12-06')
    expect(await matters('outlet-head')).toEqual([['award-monthly', '', '2026-12-05', true]])
    at.setDay('2026-12-16')
    expect(await matters('outlet-head')).toEqual([])
    at.setDay('2027-01-04')
    expect((await matters('outlet-head')).map(([kind, , on]) => [kind, on])).toEqual([
      ['award-monthly', '2027-01-05'],
      ['award-quarterly', '2027-01-15'],
    ])
    await at.publicise('month-service-star', 90, { from: '2026-12-01', to: '2026-12-31' })
    expect((await matters('outlet-head')).map(([kind]) => kind)).toEqual(['award-quarterly'])
  })

  it('Today reminds of no month in which there was no outlet', async () => {
    at.outlet.ports.database.prepare('UPDATE outlet SET created_at = ?').run(Date.parse('2026-12-01T08:00:00+08:00'))
    at.setDay('2026-12-03')
    expect(await matters('outlet-head')).toEqual([])
  })

  it('the wall shows what is granted and what is under its notice, nothing before', async () => {
    const { awards } = at.outlet.as('outlet-head')
    await at.nominate('best-host')
    const { award } = await at.publicise('week-star')
    const rows = (read: typeof grantedAwards) => {
      const { database } = at.outlet.ports
      const call = { database, ports: at.outlet.ports, today: '2026-11-23' } as never
      const context = { call, on: '2026-11-23', meeting: { kind: 'morning' } }
      return read(context as unknown as Parameters<typeof grantedAwards>[0])?.rows.map(({ person, text, on }) => [
        person,
        text?.zh,
        on,
      ])
    }
    expect([rows(grantedAwards), rows(awardNotices)]).toEqual([[], [['许一诺', '周服务之星', '2026-11-23']]])
    const { award: granted } = await awards.grant({ uid: award.uid, basedOn: award.revision })
    expect([rows(grantedAwards), rows(awardNotices)]).toEqual([[['许一诺', '周服务之星', '2026-11-23']], []])
    await awards.revoke({ uid: award.uid, basedOn: granted.revision, reason: '查明代签' })
    expect(rows(grantedAwards)).toEqual([])
  })
})
