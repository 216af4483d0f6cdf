import type { Database } from 'better-sqlite3'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CAUSES = ['equipment.ageing', 'method.not-followed', 'management.no-check', 'external.landlord', null]
const TEXTS = ['签字笔没水', '地面有水渍', '宣传折页不是最新一期', '叫号机卡纸', '绿植有枯叶']
const SEVERITIES = ['minor', 'minor', 'minor', 'major', 'critical'] as const
const STATES = ['found', 'assigned', 'doing', 'waiting', 'submitted', 'returned', 'escalated'] as const

export interface ManyTasks {
  count: number
  /** UTC milliseconds: the tasks are found evenly between these, the last ones are open. */
  from: number
  till: number
  /** How many of them, the youngest, are not yet done. */
  open: number
  /** Items by number, in turn with steps that make some fail again soon. */
  items: number
  staff: readonly number[]
}

const diceOf = (index: number) => (Math.max(index, 0) * 7919 + 104_729) % 1009

/** Rows of a long life, written past the commands: every state, some withdrawn, some fixed on the spot. */
export function insertManyTasks(database: Database, { count, from, till, open, items, staff }: ManyTasks): void {
  const task = database.prepare(
    `INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, found_by, zone_id, item_no,
       item_version, description, severity, occurrence, owner_staff, owner_queue, due_at, state, state_since, cause,
       measure, done_at, verifier, verified_at, closed_at)
     VALUES (@uid, @year, @serial, @no, 'patrol', @foundAt, @foundAt, @staff, @zone, @item, 1, @text, @severity, 1, @owner,
       @queue, @dueAt, @state, @foundAt, @cause, @measure, @doneAt, @staff, @verifiedAt, @closedAt)`,
  )
  const event = database.prepare(
    `INSERT INTO rectification_event (rectification_id, at, by, from_state, to_state, note, photos)
     VALUES (?, ?, ?, NULL, 'found', ?, NULL)`,
  )
  const search = database.prepare('INSERT INTO rectification_search VALUES (?, ?)')
  const zones = database.prepare('SELECT id FROM checklist_zone ORDER BY id').pluck().all() as string[]
  const write = database.transaction(() => {
    for (let index = 0; index < count; index++) {
      const dice = diceOf(index)
      const itemDice = diceOf(index % 17 === 0 ? index - 5 : index)
      const foundAt = from + Math.floor(((till - from) * index) / count)
      const isOpen = index >= count - open
      const isVoid = !isOpen && dice % 29 === 0
      const onSpot = !isOpen && dice % 11 === 0
      const doneAt = isOpen ? null : foundAt + ((dice % 97) + 1) * HOUR
      const verifiedAt = isOpen || isVoid || onSpot ? null : (doneAt ?? 0) + 6 * HOUR
      const text = TEXTS[dice % TEXTS.length] ?? ''
      const { lastInsertRowid } = task.run({
        uid: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        year: 1900,
        serial: index + 1,
        no: `M-${index + 1}`,
        foundAt,
        staff: staff[dice % staff.length],
        zone: zones[dice % zones.length],
        item: itemDice % 13 === 0 ? null : 1 + (itemDice % items),
        text,
        severity: SEVERITIES[dice % SEVERITIES.length],
        owner: dice % 3 === 0 ? null : staff[dice % staff.length],
        queue: dice % 3 === 0 ? 'lobby-manager' : null,
        dueAt: foundAt + 3 * DAY,
        state: isVoid ? 'void' : isOpen ? STATES[dice % STATES.length] : dice % 7 === 0 ? 'lookback' : 'closed',
        cause: isOpen ? null : CAUSES[dice % CAUSES.length],
        measure: isOpen ? null : '已补齐',
        doneAt,
        verifiedAt,
        closedAt: onSpot && !isVoid ? doneAt : null,
      })
      event.run(lastInsertRowid, foundAt, staff[0], text)
      search.run(lastInsertRowid, text)
    }
  })
  write()
}
