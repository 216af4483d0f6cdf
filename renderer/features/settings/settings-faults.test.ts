import { describe, expect, it } from 'vitest'
import { faultsOf, type SettingsDraft, settingsFrom } from './settings-faults.ts'

const DRAFT: SettingsDraft = {
  openOn: { weekday: true, weekend: false, makeup: true, holiday: false },
  hours: { weekday: ['09:00', '17:00'], weekend: ['09:30', '16:00'] },
  lockAfterMinutes: 10,
  switches: { 'safe-boxes': false, 'fire-panel': true },
  parameters: { cash_limit_10k_cny: 30 },
}

describe('settings draft', () => {
  it.each<[string, [string, string], string[]]>([
    ['right', ['09:00', '17:00'], []],
    ['closing before opening', ['17:00', '09:00'], ['weekday']],
    ['closing as it opens', ['09:00', '09:00'], ['weekday']],
    ['no time at all', ['9', '17:00'], ['weekday']],
    ['past midnight', ['09:00', '24:10'], ['weekday']],
  ])('finds hours that are %s', (_name, weekday, hours) => {
    expect(faultsOf({ ...DRAFT, hours: { ...DRAFT.hours, weekday } }).hours).toEqual(hours)
  })

  it('gives nothing to save while a parameter is empty', () => {
    expect(settingsFrom({ ...DRAFT, parameters: { cash_limit_10k_cny: null } })).toBeUndefined()
    expect(settingsFrom(DRAFT)).toEqual(DRAFT)
  })
})
