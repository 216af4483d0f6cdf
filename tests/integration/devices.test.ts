import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 2026-11-23 is a Monday; the outlet opens 9 to 17. */
const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)
const FIELDS = {
  kind: 'cash',
  name: '取款机1号',
  number: 'ATM-01',
  zone: 'self-service',
  vendor: null,
  phone: null,
  installedOn: null,
  switchedOffOn: null,
  hours: null,
} as const
const TIMES = {
  isPartial: false,
  reason: null,
  ticket: null,
  vendor: null,
  calledAt: null,
  arrivedAt: null,
  repairedAt: null,
}

describe('devices', () => {
  let outlet: TestOutlet
  let head: Client
  let lobby: Client
  let atm: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    lobby = outlet.as('lobby-manager')
    atm = (await head.devices.add(FIELDS)).uid
  })

  const now = async () => (await lobby.devices.list({})).find(({ uid }) => uid === atm)
  const day = { from: '2026-11-23', to: '2026-11-23' }

  describe('register', () => {
    it('keeps what was entered, one number each, and knows what is in use', async () => {
      expect(await now()).toMatchObject({ ...FIELDS, isInUse: true, down: null })
      const hours = { open: '00:00', close: '24:00', onClosedDays: true }
      const changed = await head.devices.update({ ...FIELDS, uid: atm, hours, switchedOffOn: '2026-11-23' })
      expect(changed).toMatchObject({ hours, isInUse: false })
      await expect(head.devices.add({ ...FIELDS, number: 'atm-01' })).rejects.toMatchObject({
        code: 'invalid-input',
        data: { fields: { number: 'deviceNumberTaken' } },
      })
    })

    it.each([
      [{ hours: { open: '17:00', close: '09:00', onClosedDays: false } }, 'windowEndsBeforeStart'],
      [{ installedOn: '2026-05-01', switchedOffOn: '2026-04-01' }, 'switchedOffBeforeInstalled'],
      [{ zone: 'nowhere' }, 'zoneGone'],
    ])('refuses %j', async (wrong, reason) => {
      await expect(head.devices.add({ ...FIELDS, number: 'X', ...wrong })).rejects.toMatchObject({ data: { reason } })
      expect(await head.devices.list({})).toHaveLength(1)
    })
  })

  describe('outages', () => {
    it('are begun and ended by one call each, by leads and the device keeper alone', async () => {
      const teller = outlet.as('teller')
      await expect(teller.devices.markDown({ device: atm })).rejects.toMatchObject({
        code: 'forbidden',
        data: { reason: 'deviceKeeperOnly' },
      })
      await outlet.operator.people.update({
        uid: outlet.people.teller ?? '',
        name: '许一诺',
        staffNo: null,
        post: 'teller',
        duties: ['device-keeper'],
        joinedOn: null,
        certificateValidTo: null,
        isActive: true,
      })
      outlet.ports.setNow(at('10:00'))
      await teller.devices.markDown({ device: atm, reason: '卡钞' })
      expect((await now())?.down).toMatchObject({ since: at('10:00'), isPartial: false, reason: '卡钞' })
      await expect(lobby.devices.markDown({ device: atm })).rejects.toMatchObject({ data: { reason: 'deviceIsDown' } })
      outlet.ports.setNow(at('11:30'))
      expect(await lobby.devices.markUp({ device: atm })).toMatchObject([
        { startAt: at('10:00'), endAt: at('11:30'), enteredBy: '许一诺', endedBy: '沈知夏' },
      ])
      expect((await now())?.down).toBeNull()
      await expect(lobby.devices.markUp({ device: atm })).rejects.toMatchObject({ data: { reason: 'deviceIsUp' } })
    })

    it('are entered later with the real times, in their order and never ahead of now', async () => {
      outlet.ports.setNow(at('16:00'))
      const enter = (times: object) =>
        lobby.devices.enterOutage({ device: atm, ...TIMES, startAt: at('10:00'), endAt: at('12:00'), ...times })
      const whole = { calledAt: at('10:05'), arrivedAt: at('11:00'), repairedAt: at('11:50'), ticket: 'WX1' }
      expect(await enter(whole)).toMatchObject({ ...whole, enteredAt: at('16:00') })
      await expect(enter({ ...whole, arrivedAt: at('09:59') })).rejects.toMatchObject({
        data: { fields: { arrivedAt: 'timesOutOfOrder' } },
      })
      await expect(enter({ endAt: at('09:00') })).rejects.toMatchObject({
        data: { fields: { endAt: 'timesOutOfOrder' } },
      })
      await expect(enter({ endAt: at('16:01') })).rejects.toMatchObject({ data: { fields: { endAt: 'timeInFuture' } } })
      expect(await lobby.devices.outages(day)).toHaveLength(1)
    })

    it('are corrected with a reason that stays, and never over somebody else’s change', async () => {
      outlet.ports.setNow(at('16:00'))
      const made = await lobby.devices.enterOutage({ device: atm, ...TIMES, startAt: at('10:00'), endAt: at('12:00') })
      const { uid } = made
      const added = { ...TIMES, startAt: at('10:00'), endAt: at('12:00'), ticket: 'WX9' }
      const second = await lobby.devices.updateOutage({ uid, basedOn: 1, ...added })
      expect(second).toMatchObject({ ticket: 'WX9', revision: 2, corrections: [] })
      const moved = { ...added, startAt: at('10:30') }
      await expect(lobby.devices.updateOutage({ uid, basedOn: 2, ...moved })).rejects.toMatchObject({
        data: { fields: { correction: 'required' } },
      })
      await expect(
        lobby.devices.updateOutage({ uid, basedOn: 1, ...moved, correction: '看了监控' }),
      ).rejects.toMatchObject({ data: { reason: 'outageChangedMeanwhile' } })
      const third = await lobby.devices.updateOutage({ uid, basedOn: 2, ...moved, correction: '看了监控' })
      expect(third).toMatchObject({
        startAt: at('10:30'),
        corrections: [{ by: '沈知夏', reason: '看了监控', startAt: at('10:00'), endAt: at('12:00') }],
      })
      await lobby.devices.withdrawOutage({ uid, basedOn: 3, reason: '记错了' })
      expect(await lobby.devices.outages(day)).toEqual([])
      const { entries } = await head.audit.list({ limit: 20 })
      expect(entries.map(({ procedure }) => procedure)).toEqual(
        expect.arrayContaining([
          'devices.add',
          'devices.enterOutage',
          'devices.updateOutage',
          'devices.withdrawOutage',
        ]),
      )
    })

    it('stand on Today while they last, wholly down ones in use alone', async () => {
      const others: string[] = []
      for (const number of ['A', 'B', 'C', 'D']) {
        others.push((await head.devices.add({ ...FIELDS, number, name: number })).uid)
      }
      const [partly = '', ...wholly] = others
      await lobby.devices.markDown({ device: partly, isPartial: true })
      for (const device of [...wholly, atm]) {
        outlet.ports.advance(MINUTE)
        await lobby.devices.markDown({ device })
      }
      const down = async () => (await lobby.today.overview({})).matters.filter(({ kind }) => kind === 'device')
      expect(await down()).toMatchObject([{ name: 'B', uid: wholly[0], count: 4 }])
      await head.devices.update({ ...FIELDS, uid: wholly[0] ?? '', number: 'B', switchedOffOn: '2026-11-23' })
      await lobby.devices.markUp({ device: wholly[1] ?? '' })
      expect(await down()).toMatchObject([{ name: 'D', uid: wholly[2], count: 2 }])
    })

    it('have no length where the clock was set back under them', async () => {
      outlet.ports.setNow(at('10:00'))
      await lobby.devices.markDown({ device: atm })
      outlet.ports.setWall(at('09:30'))
      expect(await lobby.devices.markUp({ device: atm })).toMatchObject([{ startAt: at('10:00'), endAt: at('10:00') }])
    })
  })

  describe('figures', () => {
    it('take what is down from what is due, weighted over the devices, none where nothing was due', async () => {
      const counter = await head.devices.add({
        ...FIELDS,
        number: 'STM-01',
        name: '智能柜台1号',
        kind: 'smart',
        hours: { open: '00:00', close: '24:00', onClosedDays: true },
      })
      expect((await head.devices.month({ month: '2026-12' })).total).toMatchObject({ dueMinutes: 0, uptime: null })
      outlet.ports.setNow(at('10:00'))
      await lobby.devices.markDown({ device: atm })
      outlet.ports.setNow(at('17:00'))
      const month = await lobby.devices.month({ month: '2026-11' })
      expect(month).toMatchObject({ target: 0.98, floor: 0.97 })
      expect(month.devices.map(({ device, uptime }) => [device.uid, uptime.dueMinutes, uptime.downMinutes])).toEqual([
        [atm, 480, 420],
        [counter.uid, 17 * 60, 0],
      ])
      expect(month.total.uptime).toBeCloseTo(1 - 420 / (480 + 17 * 60), 12)
      expect(month.total).toMatchObject({ failures: 1, repairMinutes: 420 })
      const months = await lobby.devices.months({ till: '2026-11', count: 3, device: atm })
      expect(months.map(({ month: one, uptime }) => [one, uptime.uptime])).toEqual([
        ['2026-09', null],
        ['2026-10', null],
        ['2026-11', 0.125],
      ])
    })

    it('count an earlier month once an outage of it is entered, and list it there', async () => {
      outlet.ports.setNow(at('12:00'))
      const startAt = at('10:00', '2026-10-15')
      await lobby.devices.enterOutage({ device: atm, ...TIMES, startAt, endAt: startAt + 2 * HOUR })
      const [october] = await lobby.devices.months({ till: '2026-10', count: 1 })
      // 15 October to the end of the month: twelve open days.
      expect(october?.uptime).toMatchObject({ dueMinutes: 12 * 480, downMinutes: 120 })
      expect(await lobby.devices.outages({ from: '2026-10-01', to: '2026-10-31', device: atm })).toHaveLength(1)
      expect(await lobby.devices.outages(day)).toEqual([])
    })
  })
})
