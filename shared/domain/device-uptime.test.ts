import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BusinessHours } from './business-clock.ts'
import { addDays, businessDay, instantOf, minuteOfDay, monthRange } from './business-day.ts'
import { type DeviceDue, type DownTime, deviceUptime, totalUptime } from './device-uptime.ts'

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
/** Of October 2026: a holiday week, then a make-up Saturday. */
const HOLIDAYS = new Set([
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
  '2026-10-04',
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
])
const MAKEUP = new Set(['2026-10-10'])
const CALENDAR: BusinessHours = {
  zone: ZONE,
  hoursOf(day) {
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    if (HOLIDAYS.has(day) || (isWeekend && !MAKEUP.has(day))) return null
    return { open: 9 * 60, close: 17 * 60 }
  },
}
const OUTLET_HOURS: DeviceDue = { installedOn: null, switchedOffOn: null, hours: null }
const ALL_DAY: DeviceDue = { ...OUTLET_HOURS, hours: { open: 0, close: 1440, onClosedDays: true } }
const OCTOBER = monthRange('2026-10')
const LATER = instantOf('2026-12-01', 0, ZONE)

const at = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`)
const down = (startAt: number, endAt: number | null, isPartial = false): DownTime => ({ startAt, endAt, isPartial })

/** Every minute asked by itself: is it due, and does any outage cover it? */
function minuteByMinute(
  device: DeviceDue,
  outages: readonly DownTime[],
  { from, to }: { from: string; to: string },
  now: number,
) {
  let due = 0
  let lost = 0
  let partial = 0
  const end = Math.min(instantOf(addDays(to, 1), 0, ZONE), now)
  for (let minute = instantOf(from, 0, ZONE); minute < end; minute += MINUTE) {
    const day = businessDay(minute, ZONE)
    if (device.installedOn && day < device.installedOn) continue
    if (device.switchedOffOn && day >= device.switchedOffOn) continue
    const open = CALENDAR.hoursOf(day)
    const hours = device.hours ? (open || device.hours.onClosedDays ? device.hours : null) : open
    const clock = minuteOfDay(minute, ZONE)
    if (!hours || clock < hours.open || clock >= hours.close) continue
    due++
    const covering = outages.filter(({ startAt, endAt }) => startAt <= minute && minute < (endAt ?? now))
    if (covering.some(({ isPartial }) => !isPartial)) lost++
    else if (covering.length > 0) partial++
  }
  return { due, lost, partial }
}

const START = instantOf('2026-09-25', 0, ZONE)
const anyMinute = fc.integer({ min: 0, max: 42 * 1440 }).map((minute) => START + minute * MINUTE)
const anyOutage = fc
  .tuple(anyMinute, fc.option(fc.integer({ min: 0, max: 3 * 1440 })), fc.boolean())
  .map(([startAt, length, isPartial]) => down(startAt, length === null ? null : startAt + length * MINUTE, isPartial))
const anyDevice = fc.record<DeviceDue>({
  installedOn: fc.option(fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-09-25', days))),
  switchedOffOn: fc.option(fc.integer({ min: 10, max: 45 }).map((days) => addDays('2026-09-25', days))),
  hours: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 1, max: 720 }), fc.boolean())
      .map(([open, length, onClosedDays]) => ({ open, close: open + length, onClosedDays })),
  ),
})
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 14 }))
  .map(([first, length]) => ({ from: addDays('2026-09-25', first), to: addDays('2026-09-25', first + length) }))

describe('uptime of a device', () => {
  it('agrees with a count minute by minute', () => {
    fc.assert(
      fc.property(
        anyDevice,
        fc.array(anyOutage, { maxLength: 6 }),
        anyPeriod,
        anyMinute,
        (device, outages, period, now) => {
          const expected = minuteByMinute(device, outages, period, now)
          const actual = deviceUptime(device, outages, CALENDAR, period, now)
          expect([actual.dueMinutes, actual.downMinutes, actual.partialMinutes]).toEqual([
            expected.due,
            expected.lost,
            expected.partial,
          ])
          expect(actual.uptime).toEqual(expected.due === 0 ? null : 1 - expected.lost / expected.due)
          expect(actual.downMinutes).toBeLessThanOrEqual(actual.dueMinutes)
          expect(actual.failures > 0).toBe(expected.lost > 0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not care for the order of outages, nor whether one is told in two halves', () => {
    fc.assert(
      fc.property(fc.array(anyOutage, { maxLength: 6 }), anyMinute, (outages, cut) => {
        const halves = outages.flatMap((outage) => {
          const end = outage.endAt ?? LATER
          return cut > outage.startAt && cut < end
            ? [
                { ...outage, endAt: cut },
                { ...outage, startAt: cut },
              ]
            : [outage]
        })
        const whole = deviceUptime(ALL_DAY, outages, CALENDAR, OCTOBER, LATER)
        expect(deviceUptime(ALL_DAY, halves.reverse(), CALENDAR, OCTOBER, LATER)).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the worked example: down from 16:00 to 10:00 next day is two hours of sixteen', () => {
    const period = { from: '2026-10-12', to: '2026-10-13' }
    const outage = down(at('2026-10-12', '16:00'), at('2026-10-13', '10:00'))
    expect(deviceUptime(OUTLET_HOURS, [outage], CALENDAR, period, LATER)).toEqual({
      dueMinutes: 960,
      downMinutes: 120,
      partialMinutes: 0,
      uptime: 0.875,
      failures: 1,
      repairMinutes: 120,
      betweenMinutes: 840,
    })
  })

  it('counts overlapping outages once', () => {
    const outages = [
      down(at('2026-10-12', '09:00'), at('2026-10-12', '11:00')),
      down(at('2026-10-12', '10:00'), at('2026-10-12', '12:00')),
    ]
    const day = { from: '2026-10-12', to: '2026-10-12' }
    expect(deviceUptime(OUTLET_HOURS, outages, CALENDAR, day, LATER)).toMatchObject({ downMinutes: 180, failures: 1 })
  })

  it('counts an unfinished outage to now, and none at all that starts after a clock set back', () => {
    const outage = down(at('2026-10-12', '10:00'), null)
    const day = { from: '2026-10-12', to: '2026-10-12' }
    const uptimeAt = (clock: string) => deviceUptime(OUTLET_HOURS, [outage], CALENDAR, day, at('2026-10-12', clock))
    expect(uptimeAt('11:30')).toMatchObject({ dueMinutes: 150, downMinutes: 90 })
    expect(uptimeAt('09:30')).toMatchObject({ dueMinutes: 30, downMinutes: 0, failures: 0, uptime: 1 })
  })

  it('owes nothing on holidays and something on a make-up Saturday', () => {
    const outage = down(at('2026-10-01', '00:00'), at('2026-10-11', '00:00'))
    const week = { from: '2026-10-01', to: '2026-10-10' }
    expect(deviceUptime(OUTLET_HOURS, [outage], CALENDAR, week, LATER)).toMatchObject({
      dueMinutes: 3 * 480,
      downMinutes: 3 * 480,
      uptime: 0,
    })
    expect(deviceUptime(ALL_DAY, [], CALENDAR, week, LATER)).toMatchObject({ dueMinutes: 10 * 1440, uptime: 1 })
  })

  it('splits an outage over the end of a month', () => {
    const outage = down(at('2026-10-31', '23:00'), at('2026-11-01', '02:00'))
    const inMonth = (month: string) => deviceUptime(ALL_DAY, [outage], CALENDAR, monthRange(month), LATER).downMinutes
    expect([inMonth('2026-10'), inMonth('2026-11')]).toEqual([60, 120])
  })

  it('has no uptime, not a whole one, where nothing was due', () => {
    const holiday = { from: '2026-10-01', to: '2026-10-03' }
    expect(deviceUptime(OUTLET_HOURS, [], CALENDAR, holiday, LATER)).toMatchObject({ dueMinutes: 0, uptime: null })
    expect(totalUptime([])).toMatchObject({ dueMinutes: 0, uptime: null, repairMinutes: null })
  })

  it('weighs devices by their due minutes', () => {
    const period = { from: '2026-10-12', to: '2026-10-12' }
    const outage = down(at('2026-10-12', '09:00'), at('2026-10-12', '17:00'))
    const counter = deviceUptime(OUTLET_HOURS, [outage], CALENDAR, period, LATER)
    const machine = deviceUptime(ALL_DAY, [], CALENDAR, period, LATER)
    expect(totalUptime([counter, machine]).uptime).toBeCloseTo(1 - 480 / 1920, 12)
  })
})
