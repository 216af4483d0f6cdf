import { expect, it } from 'vitest'
import { daysBetween } from '../../../shared/domain/business-day.ts'
import { yearGrid } from './year-grid.ts'

it('sets every day of a leap year under its weekday', () => {
  const days = daysBetween('2028-01-01', '2028-12-31').map((on) => ({
    on,
    kind: 'weekday' as const,
    isOpen: true,
    name: null,
    isCertain: false,
    isOverridden: false,
  }))
  const months = yearGrid(days)
  expect(months).toHaveLength(12)
  expect(months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)).toHaveLength(366)
  // 1 January 2028 is a Saturday, 29 February a Tuesday.
  expect(months[0]?.weeks[0]?.map((day) => day?.on ?? '')).toEqual(['', '', '', '', '', '2028-01-01', '2028-01-02'])
  expect(months[1]?.weeks.at(-1)?.[1]?.on).toBe('2028-02-29')
  expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
})
