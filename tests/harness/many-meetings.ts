import type { Database } from 'better-sqlite3'
import type { MeetingTemplate } from '../../shared/contract/meeting-templates.ts'
import { addDays, DEFAULT_ZONE, instantOf, parseClock, weekdayOf } from '../../shared/domain/business-day.ts'

interface ManyMeetings {
  template: MeetingTemplate
  /** Both inclusive; one signed meeting each weekday. */
  from: string
  to: string
  staff: readonly number[]
  /** Of the latest lines, so many are unfinished. */
  open: number
}

const MINUTE_MS = 60_000
const CAPTURES = ['key-lesson', 'focus-items', 'focus-items', 'praise', 'quiz', 'support-requests']

/** Years of meetings as the service would have left them; inserted straight, as signing takes a hash each. */
export function insertManyMeetings(database: Database, { template, from, to, staff, open }: ManyMeetings): number {
  const { id, version, totalMinutes: _sum, ...content } = template
  const put = (sql: string) => database.prepare(sql)
  const meeting = put(`INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, recorder, started_at,
    ended_at, created_at) VALUES (?, ?, 'morning', '${id}', ${version}, ?, ?, ?, ?, ?)`)
  const attendance = put("INSERT INTO meeting_attendance (meeting_id, staff_id, state) VALUES (?, ?, 'present')")
  const step = put('INSERT INTO meeting_step VALUES (?, ?, ?, ?, 60, NULL)')
  const line = put(`INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, staff_id, state, ended_at, at)
    VALUES (?, ?, 'today', ?, '三号窗口九点前开', ?, ?, ?, ?)`)
  let days = 0
  let lines = 0
  const uid = (kind: number, number: number) => `00000000-0000-7000-8${kind}00-${number.toString(16).padStart(12, '0')}`
  database.transaction(() => {
    put('INSERT OR IGNORE INTO meeting_template_version VALUES (?, ?, ?, 0, NULL)').run(
      id,
      version,
      JSON.stringify(content),
    )
    const last = addDays(to, -open)
    for (let on = from; on <= to; on = addDays(on, 1)) {
      if (weekdayOf(on) > 5) continue
      days++
      const at = instantOf(on, parseClock('08:25'), DEFAULT_ZONE)
      const host = staff[days % staff.length]
      const row = meeting.run(uid(1, days), on, host, host, at, at + 15 * MINUTE_MS, at).lastInsertRowid
      for (const person of staff) attendance.run(row, person)
      for (const [position, one] of template.steps.entries()) step.run(row, position, one.id, at)
      for (const capture of CAPTURES) {
        const isOpen = capture === 'support-requests' && on > last
        const ended = isOpen || capture !== 'focus-items' ? null : at + 24 * 60 * MINUTE_MS
        const state = isOpen ? 'open' : ended === null ? 'said' : 'done'
        line.run(uid(2, ++lines), row, capture, host, state, ended, at)
      }
    }
    put(
      "UPDATE meeting SET state = 'signed', signed_at = ended_at, signed_by = host, digest = 'd' WHERE state = 'draft'",
    ).run()
  })()
  return days
}
