import { expect, it } from 'vitest'
import type { ChecklistItem } from '../contract/checklists.ts'
import { weekdayOf } from './business-day.ts'
import { type DayFacts, dueItems } from './due-items.ts'

const ITEM: ChecklistItem = {
  id: 'zone.item',
  version: 1,
  isOn: true,
  isOwn: false,
  zone: 'zone',
  order: 1,
  kind: 'hardware',
  zh: '项',
  en: 'Item',
  how_to_check_zh: '',
  how_to_check_en: '',
  severity: 'minor',
  rounds: ['opening'],
  cadence: 'daily',
  photo_on_fail: true,
  default_due_hours: 24,
  default_owner_role: 'lobby-manager',
  tags: [],
  core: true,
}

function day(on: string, closed: string[] = [], conditions: string[] = []): DayFacts {
  const isOpen = (one: string) => weekdayOf(one) <= 5 && !closed.includes(one)
  return { on, isOpen, isWorkday: isOpen, conditions: new Set(conditions) }
}

const isDue = (item: Partial<ChecklistItem>, facts: DayFacts) =>
  dueItems([{ ...ITEM, ...item }], 'opening', facts).length === 1

it.each([
  ['a daily item', {}, day('2026-11-25'), true],
  ['an item switched off', { isOn: false }, day('2026-11-25'), false],
  ['an item of another round', { rounds: ['closing' as const] }, day('2026-11-25'), false],
  [
    'a weekly item on its weekday',
    { cadence: 'weekly' as const, default_weekday: 'wed' as const },
    day('2026-11-25'),
    true,
  ],
  [
    'a weekly item on another weekday',
    { cadence: 'weekly' as const, default_weekday: 'wed' as const },
    day('2026-11-26'),
    false,
  ],
  [
    'a weekly item after its closed day',
    { cadence: 'weekly' as const, default_weekday: 'wed' as const },
    day('2026-11-26', ['2026-11-25']),
    true,
  ],
  [
    'a weekly item of a closed Friday on Monday',
    { cadence: 'weekly' as const, default_weekday: 'fri' as const },
    day('2026-11-30', ['2026-11-27']),
    true,
  ],
  ['a monthly item on the first working day', { cadence: 'monthly' as const }, day('2026-12-01'), true],
  ['a monthly item later', { cadence: 'monthly' as const }, day('2026-12-02'), false],
  [
    'a monthly item when the first was closed',
    { cadence: 'monthly' as const },
    day('2026-12-02', ['2026-12-01']),
    true,
  ],
  ['a condition that holds', { condition: 'weather.rain' }, day('2026-11-25', [], ['weather.rain']), true],
  ['a condition that does not', { condition: 'weather.rain' }, day('2026-11-25'), false],
])('%s: due %#', (_what, item, facts, due) => {
  expect(isDue(item, facts)).toBe(due)
})
