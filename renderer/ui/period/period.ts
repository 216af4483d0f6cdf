import { addDays, monthOf, monthRange } from '../../../shared/domain/business-day.ts'

export interface Period {
  from: string
  to: string
}

/** The month an address asks for, else the current one. */
export function monthAsked(month: string | undefined, today: string): string {
  return month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : monthOf(today)
}

/** The whole month before or after the one in which the period begins. */
export function shiftMonth({ from }: Period, months: number): Period {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  return monthRange(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
}

export function lastDays(today: string, days: number): Period {
  return { from: addDays(today, 1 - days), to: today }
}
