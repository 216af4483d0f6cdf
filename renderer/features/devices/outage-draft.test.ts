import { describe, expect, it } from 'vitest'
import type { Outage } from '../../../shared/contract/devices.ts'
import { draftOf, instantIn, isCorrection, timesOf, withClock } from './outage-draft.ts'

const ZONE = 'Asia/Shanghai'
const at = (clock: string) => Date.parse(`2026-11-23T${clock}+08:00`)
const OUTAGE = {
  device: { uid: 'd' },
  startAt: at('10:00:12'),
  endAt: at('12:00:30'),
  isPartial: false,
  calledAt: null,
  arrivedAt: null,
  repairedAt: null,
  reason: null,
  ticket: null,
  vendor: null,
} as Outage

describe('form of an outage', () => {
  const start = draftOf(OUTAGE, null, ZONE, at('13:00:00'))

  it('reads times as they are typed, nothing where nothing is, and no half of one', () => {
    expect(instantIn({ day: '2026-11-23', clock: '905' }, ZONE)).toBe(at('09:05:00'))
    expect(instantIn({ day: null, clock: '' }, ZONE)).toBeNull()
    expect(instantIn({ day: '2026-11-23', clock: '' }, ZONE)).toBeUndefined()
    expect(instantIn({ day: null, clock: '09:05' }, ZONE)).toBeUndefined()
    expect(instantIn({ day: '2026-11-23', clock: '25:00' }, ZONE)).toBeUndefined()
  })

  it('takes the day it broke down for a time without one, and drops the day with the time', () => {
    const day = '2026-11-23'
    expect(withClock(start, 'calledAt', '10:05')).toEqual({ day, clock: '10:05' })
    expect(withClock({ ...start, calledAt: { day, clock: '10:05' } }, 'calledAt', '')).toEqual({ day: null, clock: '' })
    expect(withClock(start, 'startAt', '')).toEqual({ day, clock: '' })
  })

  it('keeps the seconds of what nobody touched, so that adding a ticket is no correction', () => {
    const times = timesOf({ ...start, ticket: 'WX1' }, start, OUTAGE, ZONE)
    expect([times.startAt, times.endAt]).toEqual([OUTAGE.startAt, OUTAGE.endAt])
    expect(isCorrection(times, false, OUTAGE)).toBe(false)
  })

  it('asks why a time or the extent changes, not why an end is added', () => {
    const moved = timesOf({ ...start, startAt: { day: '2026-11-23', clock: '10:30' } }, start, OUTAGE, ZONE)
    expect(isCorrection(moved, false, OUTAGE)).toBe(true)
    const same = timesOf(start, start, OUTAGE, ZONE)
    expect(isCorrection(same, true, OUTAGE)).toBe(true)
    const lasting = { ...OUTAGE, endAt: null }
    expect(isCorrection({ ...same, endAt: at('12:00:00') }, false, lasting)).toBe(false)
    expect(isCorrection(same, false, undefined)).toBe(false)
  })
})
