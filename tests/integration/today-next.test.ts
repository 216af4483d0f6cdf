import { beforeEach, describe, expect, it } from 'vitest'
import { nextStep, stagesOf } from '../../renderer/features/today/day-stages.ts'
import { lastDayOf } from '../../renderer/features/today/last-day.ts'
import type { Client } from '../../shared/contract/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { passTheRest } from '../harness/walk-round.ts'

const TUESDAY = '2026-11-24'
const REASON = '全员外出培训'

/** What the one key of Today does at each time of a day, asked of the service as the screen asks. */
describe('what is next through a day', () => {
  let outlet: TestOutlet
  let head: Client
  async function at(clock: string) {
    outlet.ports.setNow(Date.parse(`${TUESDAY}T${clock}:00+08:00`))
    await outlet.service.tick()
  }

  async function next() {
    const { day, meetings, tasks } = await head.today.overview({})
    const { stage, act } = nextStep(stagesOf(day.patrols, meetings), tasks, outlet.ports.clock.now())
    const nameOf = (one: typeof stage) => (one && 'patrol' in one ? one.patrol.round : one?.meeting.kind)
    return { act, comes: nameOf(stage), starts: act && ('check' in act ? 'check' : nameOf(act.stage)) }
  }

  /** Walks what the key would start, as far as it can be seen now. */
  async function walk() {
    const { act } = await next()
    if (!act || 'check' in act || 'meeting' in act.stage) throw new Error('no round to start')
    const { uid } = act.stage.patrol
    await passTheRest(head, await head.patrols.start({ uid }))
    await head.patrols.submit({ uid, allowUnanswered: true })
  }

  async function begin() {
    const { act } = await next()
    if (!act || 'check' in act || 'patrol' in act.stage) throw new Error('no meeting to begin')
    const { kind, begins, host } = act.stage.meeting
    return head.meetings.begin({ kind, templateId: begins?.templateId ?? '', host: host?.uid ?? '' })
  }

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
  })

  it('starts the round, the meeting or the check whose turn it is, from before the opening to after the closing', async () => {
    await at('07:45')
    expect(await next()).toMatchObject({ comes: 'opening', starts: undefined })
    await at('08:05')
    expect(await next()).toMatchObject({ comes: 'opening', starts: 'opening' })
    await walk()
    await at('08:40')
    expect(await next()).toMatchObject({ comes: 'morning', starts: 'morning' })
    const { meeting } = await begin()
    expect(await next()).toMatchObject({ act: { stage: { meeting: { uid: meeting.uid, state: 'running' } } } })
    await head.meetings.drop({ meeting: meeting.uid, reason: '点错' })
    await head.meetings.explainDay({ on: TUESDAY, kind: 'morning', reason: REASON })
    await at('12:30')
    expect(await next()).toMatchObject({ comes: 'midday', starts: 'midday' })
    await walk()
    expect(await next()).toMatchObject({ comes: 'morning', starts: 'morning' })
    await walk()
    await at('16:45')
    expect(await next()).toMatchObject({ comes: 'afternoon', starts: 'afternoon' })
    await walk()
    expect(await next()).toMatchObject({ comes: 'closing', starts: undefined })
    await at('18:30')
    expect(await next()).toMatchObject({ comes: 'closing', starts: 'closing' })
    await walk()
    expect(await next()).toEqual({ comes: undefined, starts: undefined, act: undefined })
  })

  it('is a fix to check while no round is due, and names the round that comes', async () => {
    await at('07:40')
    const { uid } = await head.rectifications.open({
      ...{ source: 'branch', description: '叫号机缺纸', severity: 'minor', zone: null, item: null, queue: null },
      ownerUid: outlet.people['lobby-manager'] ?? '',
    })
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    expect((await next()).starts).toBeUndefined()
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '换了纸', cause: 'material.out' })
    expect(await next()).toMatchObject({ comes: 'opening', starts: 'check', act: { check: { uid }, count: 1 } })
    await at('07:50')
    expect(await next()).toMatchObject({ comes: 'opening', starts: 'opening' })
  })

  it('says of a day without a round handed in that all were missed', async () => {
    await at('09:00')
    const { week, day } = await head.today.overview({})
    expect(lastDayOf(week, day.on)).toEqual({ on: '2026-11-23', planned: 5, missed: 5, handedIn: 0 })
  })
})
