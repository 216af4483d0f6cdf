import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const DAY = 24 * 3_600_000
const ITEM = 'exterior.signage-clean'

describe('a known defect', () => {
  let outlet: TestOutlet
  let uid: string
  beforeEach(async () => {
    outlet = await startTestOutlet()
    uid = (await fail())?.uid ?? ''
  })

  async function fail() {
    const lobby = outlet.as('lobby-manager')
    const round = await roundOf(lobby, 'opening')
    await lobby.patrols.start({ uid: round })
    const answers = [{ item: ITEM, value: 'fail', basedOn: 0 } as const]
    return (await lobby.patrols.answer({ uid: round, answers })).tasks[0]
  }

  async function nextDay() {
    outlet.ports.advance(DAY)
    await outlet.service.tick()
  }

  const until = (expectedOn: string, note = '') =>
    outlet.as('outlet-head').rectifications.act({ uid, from: 'assigned', act: 'known-until', expectedOn, note })
  const ended = async () =>
    (await outlet.as('outlet-head').rectifications.card({ uid })).timeline.filter(({ rule }) => rule === 'known-ended')

  it('has its end set by the head alone, with a reason and not in the past', async () => {
    await expect(until('2026-11-24')).rejects.toMatchObject({ data: { fields: { reason: 'required' } } })
    await expect(until('2026-11-22', '已报修')).rejects.toMatchObject({ data: { reason: 'expectedInPast' } })
    await expect(
      outlet.as('lobby-manager').rectifications.act({
        ...{ uid, from: 'assigned', act: 'known-until', expectedOn: '2026-11-24', note: '已报修' },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect((await until('2026-11-24', '已报修')).known).toEqual({
      ...{ until: '2026-11-24', reason: '已报修', hasEnded: false },
    })
  })

  it('says nothing until that day, shouts once after it, and never again', async () => {
    await until('2026-11-24', '已报修')
    await nextDay()
    expect(await fail()).toMatchObject({ uid, act: 'known' })
    expect(await ended()).toEqual([])
    const mine = async () => (await outlet.as('outlet-head').rectifications.list({ mine: true })).tasks
    expect(await mine()).toEqual([])
    await nextDay()
    expect(await fail()).toMatchObject({ uid, act: 'known-ended' })
    expect((await mine()).map((task) => task.uid)).toEqual([uid])
    await nextDay()
    expect(await fail()).toMatchObject({ uid, act: 'known' })
    expect(await ended()).toHaveLength(1)
  })

  it('shouts once more after a new end', async () => {
    await until('2026-11-23', '已报修')
    await nextDay()
    await fail()
    await until('2026-11-24', '改约')
    await nextDay()
    await fail()
    expect(await ended()).toHaveLength(2)
  })

  it('ends before that day where it is fixed', async () => {
    await until('2026-12-20', '已报修')
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已补', cause: 'equipment.ageing' })
    const { known } = await outlet
      .as('outlet-head')
      .rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    expect(known).toBeNull()
    await nextDay()
    expect(await fail()).toMatchObject({ uid, act: 'reopened' })
  })
})
