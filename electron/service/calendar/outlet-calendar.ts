import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { CalendarDay, DayKind } from '../../../shared/contract/calendar.ts'
import type { BusinessHours } from '../../../shared/domain/business-clock.ts'
import { parseClock, weekdayOf } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Ports } from '../ports.ts'
import { OpeningRules, readSetting, readZone } from '../settings/index.ts'
import { readShipped } from '../shipped-data.ts'

const OfficialTable = z.object({
  years: z.record(
    z.string(),
    z.object({ holidays: z.record(z.string(), z.string()), makeup: z.record(z.string(), z.string()) }),
  ),
})
type OfficialTable = z.infer<typeof OfficialTable>

interface OverrideRow {
  kind: DayKind | null
  is_open: number | null
  name: string | null
}

export interface OutletCalendar extends BusinessHours {
  day(on: string): CalendarDay
  isOpen(on: string): boolean
  /** Open, and officially worked: a weekday or a make-up workday. */
  isWorkday(on: string): boolean
}

/** The outlet's own calendar over the shipped official one. Days are remembered for the life of the object. */
export function readCalendar({ database, content }: Pick<Ports, 'database' | 'content'>): OutletCalendar {
  const official = readShipped(content, 'calendar/cn.json', OfficialTable)
  const rules = readSetting(database, 'calendar.opening', OpeningRules)
  const known = new Map<string, CalendarDay>()
  const day = (on: string) => {
    let one = known.get(on)
    if (!one) {
      one = describeDay(database, official, rules, on)
      known.set(on, one)
    }
    return one
  }
  return {
    zone: readZone(database),
    day,
    isOpen: (on) => day(on).isOpen,
    isWorkday: (on) => day(on).isOpen && (day(on).kind === 'weekday' || day(on).kind === 'makeup'),
    hoursOf(on) {
      const { isOpen, kind } = day(on)
      if (!isOpen) return null
      const [open, close] = kind === 'weekend' || kind === 'holiday' ? rules.hours.weekend : rules.hours.weekday
      return { open: parseClock(open), close: parseClock(close) }
    },
  }
}

function describeDay(
  database: Database,
  official: OfficialTable,
  rules: z.infer<typeof OpeningRules>,
  on: string,
): CalendarDay {
  const override = statement(database, 'SELECT kind, is_open, name FROM calendar_override WHERE "on" = ?').get(on) as
    | OverrideRow
    | undefined
  const year = official.years[on.slice(0, 4)]
  const isWeekend = weekdayOf(on) > 5
  const officialKind: DayKind = year?.holidays[on]
    ? 'holiday'
    : year?.makeup[on]
      ? 'makeup'
      : isWeekend
        ? 'weekend'
        : 'weekday'
  const kind = override?.kind ?? officialKind
  return {
    on,
    kind,
    isOpen: override?.is_open == null ? rules.openOn[kind] : override.is_open === 1,
    name: override?.name ?? year?.holidays[on] ?? year?.makeup[on] ?? null,
    isCertain: year !== undefined || override !== undefined,
    isOverridden: override !== undefined,
  }
}
