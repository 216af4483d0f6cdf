import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { AnswerValue } from '../../shared/contract/patrols.ts'
import { LATE_PASS } from '../../shared/domain/device-uptime.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { passTheRest, roundOf } from '../harness/walk-round.ts'

const ITEM = 'self-service.power-on'
const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`)
const FIELDS = {
  kind: 'cash',
  zone: 'self-service',
  vendor: null,
  phone: null,
  installedOn: null,
  switchedOffOn: null,
  hours: null,
} as const

describe('outages found in rounds', () => {
  let outlet: TestOutlet
  let lobby: Client
  let atm: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    lobby = outlet.as('lobby-manager')
    atm = await addDevice('ATM-01')
  })

  async function addDevice(number: string, zone: string = FIELDS.zone) {
    return (await outlet.as('outlet-head').devices.add({ ...FIELDS, number, name: number, zone })).uid
  }

  async function start(round: string, clock: string) {
    outlet.ports.setNow(at(clock))
    const uid = await roundOf(lobby, round)
    return lobby.patrols.start({ uid })
  }

  const answer = (uid: string, value: AnswerValue, basedOn = 0, note: string | null = null) =>
    lobby.patrols.answer({ uid, answers: [{ item: ITEM, value, basedOn, note }] })
  const outages = () => lobby.devices.outages({ from: '2026-11-23', to: '2026-11-23' })

  it('opens the outage of the only device there, with its task, and ends it once a later round sees it run', async () => {
    const { patrol } = await start('opening', '08:05')
    const { tasks } = await answer(patrol.uid, 'fail', 0, '黑屏')
    expect(await outages()).toMatchObject([
      {
        device: { uid: atm },
        startAt: at('08:05'),
        endAt: null,
        reason: '黑屏',
        patrolUid: patrol.uid,
        item: ITEM,
        task: { uid: tasks[0]?.uid },
      },
    ])
    const morning = await start('morning', '10:00')
    await answer(morning.patrol.uid, 'fail')
    expect(await outages()).toHaveLength(1)
    const midday = await start('midday', '12:00')
    await passTheRest(lobby, midday)
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: at('12:00'), endedBy: '沈知夏' }])
  })

  it('leaves what was marked by hand, and devices of other zones, to whoever marked it', async () => {
    const counter = await addDevice('STM-01', 'smart-counter')
    const { patrol } = await start('opening', '08:05')
    await lobby.devices.markDown({ device: atm })
    await lobby.devices.markDown({ device: counter })
    outlet.ports.setNow(at('08:10'))
    await answer(patrol.uid, 'pass')
    expect((await outages()).map(({ endAt }) => endAt)).toEqual([null, null])
  })

  it('takes back what another answer in the same place undoes, both ways', async () => {
    const opening = await start('opening', '08:05')
    await answer(opening.patrol.uid, 'fail')
    await answer(opening.patrol.uid, 'pass', 1)
    expect(await outages()).toEqual([])
    await answer(opening.patrol.uid, 'fail', 2)
    expect(await outages()).toHaveLength(1)
    const morning = await start('morning', '10:00')
    await answer(morning.patrol.uid, 'pass')
    expect(await outages()).toMatchObject([{ endAt: at('10:00') }])
    await answer(morning.patrol.uid, 'not-seen', 1)
    expect(await outages()).toMatchObject([{ endAt: null }])
  })

  it('follows a correction after hand-in, and ends where a later round had seen it run', async () => {
    const opening = await start('opening', '08:05')
    await passTheRest(lobby, opening)
    await lobby.patrols.submit({ uid: opening.patrol.uid })
    const morning = await start('morning', '10:00')
    await answer(morning.patrol.uid, 'pass')
    outlet.ports.setNow(at('10:30'))
    await lobby.patrols.correct({
      uid: opening.patrol.uid,
      answer: { item: ITEM, value: 'fail', basedOn: 1, seenAt: at('08:05') },
      reason: '看错了',
    })
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: at('10:00') }])
  })

  it('asks which of several, takes the answer, and changes its mind with it', async () => {
    const other = await addDevice('CRS-01')
    const elsewhere = await addDevice('STM-01', 'smart-counter')
    const { patrol } = await start('opening', '08:05')
    const place = { patrolUid: patrol.uid, item: ITEM }
    await expect(lobby.devices.nameForAnswer({ ...place, devices: [atm] })).rejects.toMatchObject({
      data: { reason: 'answerIsNoFail' },
    })
    await answer(patrol.uid, 'fail')
    expect(await outages()).toEqual([])
    const asked = await lobby.devices.ofAnswer(place)
    expect([asked.devices.map(({ uid }) => uid), asked.named]).toEqual([[atm, other], []])
    outlet.ports.setNow(at('08:20'))
    expect(await lobby.devices.nameForAnswer({ ...place, devices: [atm, other] })).toMatchObject([
      { device: { uid: atm }, startAt: at('08:05') },
      { device: { uid: other }, startAt: at('08:05') },
    ])
    expect(await lobby.devices.nameForAnswer({ ...place, devices: [other] })).toHaveLength(1)
    expect((await lobby.devices.ofAnswer(place)).named).toEqual([other])
    await expect(lobby.devices.nameForAnswer({ ...place, devices: [elsewhere] })).rejects.toMatchObject({
      data: { reason: 'deviceOfOtherZone' },
    })
    await expect(
      lobby.devices.ofAnswer({ patrolUid: patrol.uid, item: 'exterior.signage-clean' }),
    ).rejects.toMatchObject({ data: { reason: 'itemWithoutDevices' } })
    await answer(patrol.uid, 'pass', 1)
    expect(await outages()).toEqual([])
  })

  it('ends what an answer no longer ends where a later round had seen it run', async () => {
    const opening = await start('opening', '08:05')
    await answer(opening.patrol.uid, 'fail')
    const morning = await start('morning', '10:00')
    await answer(morning.patrol.uid, 'pass')
    const midday = await start('midday', '12:00')
    await answer(midday.patrol.uid, 'pass')
    outlet.ports.setNow(at('12:30'))
    await lobby.patrols.answer({
      uid: morning.patrol.uid,
      answers: [{ item: ITEM, value: 'fail', basedOn: 1, seenAt: at('10:00') }],
    })
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: at('12:00') }])
    await lobby.patrols.answer({
      uid: morning.patrol.uid,
      answers: [{ item: ITEM, value: 'pass', basedOn: 2, seenAt: at('10:00') }],
    })
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: at('10:00') }])
    await answer(morning.patrol.uid, 'not-seen', 3)
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: at('12:00') }])
    await answer(midday.patrol.uid, 'not-seen', 1)
    expect(await outages()).toMatchObject([{ startAt: at('08:05'), endAt: null }])
  })

  it('end at the first pass seen, also where that is entered late, and say so', async () => {
    const opening = await start('opening', '08:05')
    await answer(opening.patrol.uid, 'fail')
    const morning = await start('morning', '10:00')
    const midday = await start('midday', '12:00')
    await answer(midday.patrol.uid, 'pass')
    expect(await outages()).toMatchObject([{ endAt: at('12:00'), corrections: [] }])
    outlet.ports.setNow(at('12:40'))
    await lobby.patrols.answer({
      uid: morning.patrol.uid,
      answers: [{ item: ITEM, value: 'pass', basedOn: 0, seenAt: at('10:10') }],
    })
    expect(await outages()).toMatchObject([
      { startAt: at('08:05'), endAt: at('10:10'), corrections: [{ reason: LATE_PASS, endAt: at('12:00') }] },
    ])
    const [device] = await lobby.devices.list({})
    expect(device?.down).toBeNull()
  })

  it('are named by who gave the answer, and by whoever may record them', async () => {
    const other = await addDevice('CRS-01')
    const { patrol } = await start('opening', '08:05')
    await answer(patrol.uid, 'fail')
    const place = { patrolUid: patrol.uid, item: ITEM }
    await expect(outlet.as('teller').devices.nameForAnswer({ ...place, devices: [atm] })).rejects.toMatchObject({
      code: 'forbidden',
      data: { reason: 'deviceKeeperOnly' },
    })
    expect(await outlet.as('ops-supervisor').devices.nameForAnswer({ ...place, devices: [other] })).toHaveLength(1)
  })
})
