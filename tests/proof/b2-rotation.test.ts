import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  backupsToRemove,
  isBackupDue,
  newestDated,
  newestGood,
  type RotatedBackup,
} from '../../shared/domain/backup-rotation.ts'
import { DEFAULT_ZONE } from '../../shared/domain/business-day.ts'
import { proved } from '../harness/proved.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-01-01T00:30:00Z')

function aBackup(number: number, takenAt: number, more: Partial<RotatedBackup> = {}): RotatedBackup {
  return { id: `b${number}`, number, takenAt, reason: 'hourly', isGood: true, ...more }
}

function thinned(backups: readonly RotatedBackup[], now: number): RotatedBackup[] {
  const removed = new Set(backupsToRemove(backups, now, DEFAULT_ZONE))
  return backups.filter(({ id }) => !removed.has(id))
}

describe('B2: rotation of backups', () => {
  let runs = 0
  afterAll(() => proved({ id: 'B2', runs, bad: 0 }))

  it('keeps 24 hours, 14 days, 8 weeks and 12 months of hourly backups', () => {
    let kept: RotatedBackup[] = []
    const hours = 380 * 24
    for (let hour = 0; hour < hours; hour++) {
      const now = START + hour * HOUR
      kept = thinned([...kept, aBackup(hour + 1, now)], now)
    }
    const now = START + (hours - 1) * HOUR
    const ages = kept.map(({ takenAt }) => (now - takenAt) / HOUR)
    expect(ages.filter((age) => age < 24)).toHaveLength(24)
    expect(
      new Set(
        kept.filter(({ takenAt }) => now - takenAt < 14 * DAY).map((b) => Math.floor((b.takenAt + 8 * HOUR) / DAY)),
      ).size,
    ).toBeGreaterThanOrEqual(14)
    expect(Math.max(...ages)).toBeGreaterThan(300 * 24)
    expect(Math.max(...ages)).toBeLessThan(370 * 24)
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8 + 12)
  })

  it('keeps what was taken for a reason for 30 days', () => {
    const before = aBackup(1, START, { reason: 'before-import' })
    const filling = Array.from({ length: 30 * 24 }, (_, hour) => aBackup(hour + 2, START + hour * HOUR + 1))
    expect(thinned([before, ...filling], START + 29 * DAY)).toContain(before)
    expect(thinned([before, ...filling], START + 31 * DAY)).not.toContain(before)
  })

  it('never goes by a date in the future', () => {
    const future = aBackup(1, START + 3650 * DAY)
    expect(isBackupDue([future], START)).toBe(true)
    expect(newestDated([future], START)).toBeUndefined()
    expect(isBackupDue([aBackup(2, START - HOUR / 2)], START)).toBe(false)
    const past = Array.from({ length: 40 }, (_, day) => aBackup(day + 2, START - day * DAY))
    expect(thinned([future, ...past], START).filter((b) => b !== future)).toEqual(thinned(past, START))
  })

  it('does not count a damaged one, and keeps it until a newer good one stands', () => {
    const damaged = aBackup(2, START, { isGood: false })
    expect(isBackupDue([damaged], START)).toBe(true)
    expect(thinned([aBackup(1, START - DAY), damaged], START)).toContain(damaged)
    expect(thinned([damaged, aBackup(3, START + 1)], START + 1)).not.toContain(damaged)
    expect(thinned([damaged], START)).toEqual([damaged])
  })

  it('survives any clock over five years: never none, never without the newest good one, never more than fits', () => {
    const step = fc.record({
      hours: fc.oneof(
        { arbitrary: fc.integer({ min: 1, max: 30 }), weight: 20 },
        { arbitrary: fc.integer({ min: 100, max: 3000 }), weight: 1 },
      ),
      jumpDays: fc.oneof(
        { arbitrary: fc.constant(0), weight: 30 },
        { arbitrary: fc.constantFrom(-3650, -365, -1, -1 / 24, 1 / 24, 1, 365, 3650), weight: 1 },
      ),
      isGood: fc.boolean(),
      isDamagedLater: fc.constantFrom(false, false, false, false, true),
      reason: fc.constantFrom('hourly' as const, 'hourly' as const, 'manual' as const, 'before-import' as const),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 1200 }), (steps) => {
        let now = START
        let elapsed = 0
        let kept: RotatedBackup[] = []
        for (const [index, { hours, jumpDays, isGood, isDamagedLater, reason }] of steps.entries()) {
          if (elapsed > 5 * 365 * DAY) break
          elapsed += hours * HOUR
          now += hours * HOUR + jumpDays * DAY
          if (isDamagedLater) kept = kept.map((one, at) => (at === 0 ? { ...one, isGood: false } : one))
          const all = [...kept, aBackup(index + 1, now, { isGood: isGood || index === 0, reason })]
          kept = thinned(all, now)
          runs++
          const newest = newestGood(all)
          if (newest) expect(kept).toContain(newest)
          else expect(kept).toEqual(all)
        }
        const future = kept.filter(({ takenAt }) => takenAt > now).length
        expect(kept.filter(({ isGood, reason }) => isGood && reason === 'hourly').length - future).toBeLessThanOrEqual(
          59,
        )
      }),
      { numRuns: 40, seed: 20261123 },
    )
  })

  it('takes one an hour through five years of clock jumps and never stands with none that is younger than the last change', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ atHour: fc.integer({ min: 1, max: 43_800 }), days: fc.integer({ min: -4000, max: 4000 }) }),
          { maxLength: 6 },
        ),
        (jumps) => {
          const byHour = new Map(jumps.map(({ atHour, days }) => [atHour, days]))
          let now = START
          let kept: RotatedBackup[] = []
          for (let hour = 0, number = 0; hour < 43_800; hour += 12) {
            now += 12 * HOUR
            for (let passed = hour; passed < hour + 12; passed++) now += (byHour.get(passed) ?? 0) * DAY
            if (!isBackupDue(kept, now)) continue
            kept = thinned([...kept, aBackup(++number, now)], now)
            runs++
            expect(newestGood(kept)?.number).toBe(number)
          }
          expect(kept.length).toBeGreaterThan(0)
          expect(kept.length).toBeLessThan(58 * 2 + 2)
        },
      ),
      { numRuns: 4, seed: 7 },
    )
  })
})
