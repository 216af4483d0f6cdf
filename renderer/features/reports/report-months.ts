import { addDays, monthOf, monthRange } from '../../../shared/domain/business-day.ts'

/** The month's report is due on the fifth; until then the month before is what people write about. */
const DUE_DAY = 5

export function usualMonth(today: string, months: readonly string[]): string {
  const last = addDays(`${monthOf(today)}-01`, -1).slice(0, 7)
  const isWritingLast = Number(today.slice(8)) <= DUE_DAY && months.includes(last)
  return isWritingLast ? last : monthOf(today)
}

export function stepMonth(month: string, step: 1 | -1): string {
  const { from, to } = monthRange(month)
  return monthOf(addDays(step === 1 ? to : from, step))
}
