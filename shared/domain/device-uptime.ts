import type { BusinessHours } from './business-clock.ts'
import { addDays, businessDay, instantOf } from './business-day.ts'

/** Answers of an item that feeds this indicator say whether the devices of its zone run. */
/** The reason of a correction that a late entry made: an earlier look had seen the machine run. */
export const LATE_PASS = 'late-pass'
export const UPTIME_INDICATOR = 'machine-uptime'

/** When a device should be running. Minutes count from local midnight; 1440 is its end. */
export interface DeviceDue {
  /** First day on which it is due; null: as far back as anybody asks. */
  installedOn: string | null
  /** First day on which it is no longer due. */
  switchedOffOn: string | null
  /** Null: the outlet's opening hours on its open days. */
  hours: { open: number; close: number; onClosedDays: boolean } | null
}

/** UTC milliseconds; without an end it is down until now. */
export interface DownTime {
  startAt: number
  endAt: number | null
  /** It still serves customers in part: told beside the figure, not taken from it. */
  isPartial: boolean
}

export interface Uptime {
  dueMinutes: number
  downMinutes: number
  partialMinutes: number
  /** 0…1; null where nothing was due. */
  uptime: number | null
  /** Times it went down, overlapping outages once, as far as they touch due time. */
  failures: number
  /** Due minutes down ÷ failures; null without a failure. */
  repairMinutes: number | null
  /** Due minutes up ÷ failures; null without a failure. */
  betweenMinutes: number | null
}

export interface Span {
  start: number
  end: number
}

const MINUTE_MS = 60_000

/**
 * 正常运行率 of one device from `from` to `to`, both inclusive, as far as they lie before `now`: 1 − down ÷ due, both in
 * due hours only. A machine due 9 to 17 that fails at 16:00 and runs again next day at 10:00 was down two hours of
 * sixteen: 87.5 %.
 */
export function deviceUptime(
  device: DeviceDue,
  outages: readonly DownTime[],
  calendar: BusinessHours,
  period: { from: string; to: string },
  now: number,
): Uptime {
  return uptimeIn(dueSpans(device, calendar, period, now), outages, now)
}

/** The same for due time already at hand, in order. */
export function uptimeIn(due: readonly Span[], outages: readonly DownTime[], now: number): Uptime {
  const whole = mergedSpans(
    outages.filter(({ isPartial }) => !isPartial),
    now,
  )
  const any = mergedSpans(outages, now)
  const down = whole.map((span) => overlapOf(span, due))
  const downMs = sum(down)
  return figuresFrom(sum(due.map(lengthOf)), downMs, sum(any.map((span) => overlapOf(span, due))) - downMs, {
    failures: down.filter((length) => length > 0).length,
  })
}

/** Of several devices: weighted by their due minutes, because they are added up before they are divided. */
export function totalUptime(each: readonly Uptime[]): Uptime {
  const total = (of: (uptime: Uptime) => number) => sum(each.map(of)) * MINUTE_MS
  return figuresFrom(
    total(({ dueMinutes }) => dueMinutes),
    total(({ downMinutes }) => downMinutes),
    total(({ partialMinutes }) => partialMinutes),
    { failures: sum(each.map(({ failures }) => failures)) },
  )
}

/** The stretches in which a device should run, in order, none after `now`. */
export function dueSpans(
  { installedOn, switchedOffOn, hours }: DeviceDue,
  calendar: BusinessHours,
  { from, to }: { from: string; to: string },
  now: number,
): Span[] {
  const first = installedOn && installedOn > from ? installedOn : from
  const lastDay = businessDay(now, calendar.zone)
  const last = to < lastDay ? to : lastDay
  const spans: Span[] = []
  for (let day = first; day <= last && !(switchedOffOn && day >= switchedOffOn); day = addDays(day, 1)) {
    const ofOutlet = calendar.hoursOf(day)
    const due = hours ? (ofOutlet || hours.onClosedDays ? hours : null) : ofOutlet
    if (!due) continue
    const start = instantOf(day, due.open, calendar.zone)
    const end = Math.min(instantOf(day, due.close, calendar.zone), now)
    if (end > start) spans.push({ start, end })
  }
  return spans
}

/** Overlapping and touching outages as one. One that starts after `now`, because the clock was set back, has no length. */
export function mergedSpans(outages: readonly DownTime[], now: number): Span[] {
  const spans = outages
    .map(({ startAt, endAt }) => ({ start: startAt, end: Math.min(endAt ?? now, now) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const { start, end } of spans) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

function figuresFrom(dueMs: number, downMs: number, partialMs: number, { failures }: { failures: number }): Uptime {
  return {
    dueMinutes: dueMs / MINUTE_MS,
    downMinutes: downMs / MINUTE_MS,
    partialMinutes: partialMs / MINUTE_MS,
    uptime: dueMs > 0 ? 1 - downMs / dueMs : null,
    failures,
    repairMinutes: failures > 0 ? downMs / MINUTE_MS / failures : null,
    betweenMinutes: failures > 0 ? (dueMs - downMs) / MINUTE_MS / failures : null,
  }
}

function overlapOf(span: Span, due: readonly Span[]): number {
  return sum(due.map(({ start, end }) => Math.max(Math.min(end, span.end) - Math.max(start, span.start), 0)))
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
