import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

/** 2026-11-23 is a Monday. */
const at = (clock: string, day: string) => Date.parse(`${day}T${clock}:00+08:00`)
const STAFF = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller', 'security-guard'] as const

describe('the weeks of moods', () => {
  let outlet: TestOutlet
  let head: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    teller = outlet.as('teller')
  })

  const of = (post: (typeof STAFF)[number]) => outlet.as(post as 'teller')
  const agree = async () => {
    for (const post of STAFF) await of(post).moods.consent({ notice: NOTICE_VERSION })
  }
  const answer = async (level: number) => {
    for (const post of STAFF) await of(post).moods.checkIn({ moment: 'arrival', level })
  }
  const turn = async (day: string, clock = '08:00') => {
    outlet.ports.setNow(at(clock, day))
    await outlet.service.tick()
  }
  const weeks = async () => (await teller.moods.weather({})).weeks
  const run = (sql: string) => outlet.ports.database.prepare(sql).run()

  it('are masked for a joiner who came with another series as well', async () => {
    await head.moods.openSeries({ mode: 'counters' })
    await agree()
    await answer(5)
    await turn('2026-11-30')
    expect(await weeks()).toMatchObject([{ week: '2026-11-23', why: 'published' }])
    await head.moods.openSeries({ mode: 'named' })
    await agree()
    const { person } = await outlet.operator.people.add({
      ...{ name: '新来的', staffNo: null, post: 'teller', duties: [], joinedOn: null, certificateValidTo: null },
    })
    run(`INSERT INTO mood_consent (series_id, staff_id, notice, given_at, given_on)
      SELECT 2, id, ${NOTICE_VERSION}, 0, '2026-11-30' FROM staff WHERE uid = '${person.uid}'`)
    await answer(2)
    await turn('2026-12-07')
    expect((await weeks()).find(({ week, why }) => week === '2026-11-30' && why !== 'few')).toMatchObject({
      why: 'masked',
    })
  })

  it('are decided once, and gone when their days are over, however short the head keeps them', async () => {
    await head.moods.openSeries({ mode: 'named' })
    await agree()
    await answer(4)
    const { rules } = await head.moods.state({})
    await head.moods.setRules({ ...rules, retention: { ...rules.retention, weeks: 28 } })
    await turn('2026-11-30')
    expect(await weeks()).toMatchObject([{ week: '2026-11-23', band: 'bright' }])
    await turn('2027-01-04')
    expect((await weeks()).map(({ week }) => week)).not.toContain('2026-11-23')
  })

  it('are decided from all of a week by a console that was shut on Monday, then its answers go', async () => {
    await head.moods.openSeries({ mode: 'named' })
    await agree()
    await answer(4)
    const { rules } = await head.moods.state({})
    await head.moods.setRules({ ...rules, retention: { ...rules.retention, answers: 7 } })
    await turn('2026-12-01')
    expect(await weeks()).toMatchObject([{ week: '2026-11-23', band: 'bright' }])
    expect((await teller.moods.mine({})).answers).toEqual([])
  })

  it('what was said in an earlier series can be withdrawn without agreeing to the new one', async () => {
    await head.moods.openSeries({ mode: 'named' })
    await agree()
    await answer(4)
    expect((await teller.moods.state({})).hasEarlierConsent).toBe(false)
    await head.moods.openSeries({ mode: 'counters' })
    expect(await teller.moods.state({})).toMatchObject({ consent: null, hasEarlierConsent: true })
    await teller.moods.withdraw({})
    expect(await teller.moods.state({})).toMatchObject({ consent: null, hasEarlierConsent: false })
    expect((await teller.moods.mine({})).answers).toEqual([])
  })

  it('what a leaver said in an earlier series goes with them', async () => {
    await head.moods.openSeries({ mode: 'named' })
    await agree()
    await answer(4)
    await head.moods.openSeries({ mode: 'counters' })
    run(`UPDATE staff SET is_active = 0 WHERE uid = '${outlet.people.teller}'`)
    await turn('2026-11-24')
    const left = outlet.ports.database.prepare('SELECT count(*) FROM mood_answer').pluck().get()
    expect(left).toBe(STAFF.length - 1)
  })
})
