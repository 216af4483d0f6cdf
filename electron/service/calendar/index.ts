import { daysBetween } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { HandlersOf } from '../handlers.ts'
import { readCalendar } from './outlet-calendar.ts'

export { MOST_CLOSED_DAYS, openDayAfter, openDayBefore } from './open-days.ts'
export { type OutletCalendar, readCalendar } from './outlet-calendar.ts'

const MOST_DAYS = 800

export const calendarHandlers: HandlersOf<'calendar'> = {
  days({ ports }, { from, to }) {
    const days = daysBetween(from, to)
    if (days.length > MOST_DAYS) throw new AppError('invalid-input', 'rangeTooLong')
    const calendar = readCalendar(ports)
    return days.map((on) => calendar.day(on))
  },

  setDay(call, { on, kind, isOpen, name }) {
    const before = readCalendar(call.ports).day(on)
    if (kind === null && isOpen === null && name === null) {
      statement(call.database, 'DELETE FROM calendar_override WHERE "on" = ?').run(on)
    } else {
      statement(
        call.database,
        `INSERT INTO calendar_override VALUES (?, ?, ?, ?)
         ON CONFLICT ("on") DO UPDATE SET kind = excluded.kind, is_open = excluded.is_open, name = excluded.name`,
      ).run(on, kind, isOpen === null ? null : Number(isOpen), name)
    }
    call.changed({ record: 'calendar-day', uid: on, before, after: readCalendar(call.ports).day(on) })
    call.touched('patrols')
    return { done: true }
  },
}
