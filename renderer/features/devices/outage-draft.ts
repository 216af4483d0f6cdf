import type { Outage } from '../../../shared/contract/devices.ts'
import { businessDay, formatClock, instantOf, minuteOfDay, parseClock } from '../../../shared/domain/business-day.ts'
import { completeClock, isClock } from '../../ui/ClockField.tsx'

/** A day and a time of day, as typed; both empty: no instant. */
export interface Moment {
  day: string | null
  clock: string
}

export const MOMENTS = ['startAt', 'calledAt', 'arrivedAt', 'repairedAt', 'endAt'] as const
export type MomentName = (typeof MOMENTS)[number]

export interface OutageDraft extends Record<MomentName, Moment> {
  device: string | null
  isPartial: boolean
  reason: string
  ticket: string
  vendor: string
  correction: string
}

const NO_MOMENT: Moment = { day: null, clock: '' }

export function draftOf(outage: Outage | undefined, device: string | null, zone: string, now: number): OutageDraft {
  const moment = (at: number | null | undefined) => (at ? momentOf(at, zone) : NO_MOMENT)
  return {
    device: outage?.device.uid ?? device,
    startAt: outage ? moment(outage.startAt) : { day: businessDay(now, zone), clock: '' },
    endAt: moment(outage?.endAt),
    calledAt: moment(outage?.calledAt),
    arrivedAt: moment(outage?.arrivedAt),
    repairedAt: moment(outage?.repairedAt),
    isPartial: outage?.isPartial ?? false,
    reason: outage?.reason ?? '',
    ticket: outage?.ticket ?? '',
    vendor: outage?.vendor ?? '',
    correction: '',
  }
}

function momentOf(at: number, zone: string): Moment {
  return { day: businessDay(at, zone), clock: formatClock(minuteOfDay(at, zone)) }
}

/** A time without a day is of the day it broke down; an emptied one takes its day along. */
export function withClock(draft: OutageDraft, name: MomentName, clock: string): Moment {
  if (name === 'startAt') return { ...draft.startAt, clock }
  return { day: clock === '' ? null : (draft[name].day ?? draft.startAt.day), clock }
}

/** Null: left empty; undefined: half a moment, or no time of day. */
export function instantIn({ day, clock }: Moment, zone: string): number | null | undefined {
  const time = completeClock(clock)
  if (day === null && time === '') return null
  return day !== null && isClock(time) ? instantOf(day, parseClock(time), zone) : undefined
}

/** What was not touched keeps its seconds: a field shows minutes only. */
export function timesOf(draft: OutageDraft, start: OutageDraft, outage: Outage | undefined, zone: string) {
  const times = MOMENTS.map((name): [MomentName, number | null | undefined] => {
    const isUntouched = outage && JSON.stringify(draft[name]) === JSON.stringify(start[name])
    return [name, isUntouched ? outage[name] : instantIn(draft[name], zone)]
  })
  return Object.fromEntries(times) as Record<MomentName, number | null | undefined>
}

/** Times or extent that stood before are changed. */
export function isCorrection(
  times: Record<MomentName, number | null | undefined>,
  isPartial: boolean,
  outage: Outage | undefined,
): boolean {
  if (!outage) return false
  const isEndMoved = outage.endAt !== null && times.endAt !== outage.endAt
  return times.startAt !== outage.startAt || isPartial !== outage.isPartial || isEndMoved
}
