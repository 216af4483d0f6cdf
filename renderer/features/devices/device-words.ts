import type { Device, DeviceMonth, Uptime } from '../../../shared/contract/devices.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

const MINUTES_OF_HOUR = 60
const HOURS_OF_DAY = 24

export type DeviceState = 'up' | 'down' | 'partial' | 'off'

export interface DeviceRow {
  device: Device
  uptime: Uptime
}

export function stateOf({ isInUse, down }: Device): DeviceState {
  if (!isInUse) return 'off'
  if (!down) return 'up'
  return down.isPartial ? 'partial' : 'down'
}

export const STATE_TONES: Record<DeviceState, Tone> = { up: 'pine', down: 'red', partial: 'amber', off: 'neutral' }

/** Red below the floor, amber below the target; nothing due is no fault. */
export function uptimeTone(uptime: number | null, { target, floor }: Pick<DeviceMonth, 'target' | 'floor'>): Tone {
  if (uptime === null) return 'neutral'
  if (uptime >= target) return 'pine'
  return uptime >= floor ? 'amber' : 'red'
}

/** Hours with one place, for columns that say hours in their head. */
export function hoursText(minutes: number): string {
  return (minutes / MINUTES_OF_HOUR).toFixed(1)
}

/** `45 分钟`, `3.5 小时`, `2 天 4 小时`; empty where there is nothing to say. */
export function durationText(minutes: number | null, t: Translate): string {
  if (minutes === null) return ''
  if (minutes < MINUTES_OF_HOUR) return t('devices.duration.minutes', { minutes: Math.round(minutes) })
  const hours = minutes / MINUTES_OF_HOUR
  if (hours < HOURS_OF_DAY) return t('devices.duration.hours', { hours: Number(hours.toFixed(1)) })
  const whole = Math.round(hours)
  return t('devices.duration.days', { days: Math.floor(whole / HOURS_OF_DAY), hours: whole % HOURS_OF_DAY })
}

/** Longest down first, those that were down at all. */
export function worstOf(rows: readonly DeviceRow[]): DeviceRow[] {
  return rows.filter(({ uptime }) => uptime.downMinutes > 0).sort((a, b) => b.uptime.downMinutes - a.uptime.downMinutes)
}

/** The month `step` months after `2026-11`. */
export function shiftMonth(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
}

export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}
