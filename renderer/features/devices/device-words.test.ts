import { describe, expect, it } from 'vitest'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type DeviceRow, durationText, hoursText, shiftMonth, uptimeTone, worstOf } from './device-words.ts'

const t = translatorFor('zh-CN')

describe('words about devices', () => {
  it('is red below the floor, amber below the target, and says nothing where nothing was due', () => {
    const marks = { target: 0.98, floor: 0.97 }
    expect([0.98, 0.97999, 0.97, 0.9699, null].map((uptime) => uptimeTone(uptime, marks))).toEqual([
      'pine',
      'amber',
      'amber',
      'red',
      'neutral',
    ])
  })

  it('tells times by their size', () => {
    expect([null, 0, 59.4, 60, 90, 23 * 60, 26 * 60, 24 * 60 - 1].map((minutes) => durationText(minutes, t))).toEqual([
      '',
      '0 分钟',
      '59 分钟',
      '1 小时',
      '1.5 小时',
      '23 小时',
      '1 天 2 小时',
      '24 小时',
    ])
    expect(hoursText(100)).toBe('1.7')
  })

  it('goes from month to month over the year’s end', () => {
    expect([shiftMonth('2026-01', -1), shiftMonth('2026-12', 1), shiftMonth('2026-11', 0)]).toEqual([
      '2025-12',
      '2027-01',
      '2026-11',
    ])
  })

  it('lists the longest down first and leaves out who never was', () => {
    const row = (name: string, downMinutes: number) => ({ device: { name }, uptime: { downMinutes } }) as DeviceRow
    const worst = worstOf([row('a', 5), row('b', 0), row('c', 9)])
    expect(worst.map(({ device }) => device.name)).toEqual(['c', 'a'])
  })
})
