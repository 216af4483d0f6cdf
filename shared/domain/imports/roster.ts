import type { Duty, Post } from '../../roles.ts'
import type { Decisions } from './decisions.ts'
import type { Known } from './known.ts'
import { cleanName, isPlaceholder, nameKey, wordKey } from './normalize.ts'
import { collect, type ReadResult, type RowCounter, type RowReport } from './row-report.ts'
import { cleanStaffNumber, restoreZeros, staffNumberWidth } from './staff-number.ts'
import { type Row, readRows, type TableRow } from './table.ts'
import { dutiesIn, postOf } from './words.ts'

/** A person of the file. Phone numbers, birthdays and free remarks are not taken over. */
export interface RosterDraft {
  readonly row: number
  readonly name: string
  readonly staffNo: string | null
  readonly post: Post
  readonly duties: readonly Duty[]
  readonly joined: string | null
  readonly validTo: string | null
  readonly certificates: readonly string[]
  /** Who on record this is: then the row updates, else it adds. */
  readonly personUid: string | null
}

interface Seen {
  row: number
  staffNo: string
}

export function readRoster(
  rows: readonly Row[],
  known: Known,
  decisions: Decisions = {},
  onRow?: RowCounter,
): ReadResult<RosterDraft> {
  const table = readRows(rows, 'roster', decisions)
  const width = staffNumberWidth(table.rows, known.people)
  const repeats = repeatFinder(decisions)
  return collect(
    table,
    (row, report) => {
      const written = cleanStaffNumber(row.text('staffNo'))
      const { staffNo, isRestored } = restoreZeros(isPlaceholder(written) ? '' : written, width)
      const name = cleanName(row.text('name'))
      if (name === '') report.add('missing-name', 'name', { blocking: true })
      else if (repeats(row, name, staffNo, report)) return null
      if (isRestored) {
        report.add('number-lost-leading-zeros', 'staffNo', {
          params: { value: written, proposed: staffNo },
          fix: staffNo,
        })
      }
      return draftOf(row, name, staffNo, report, known, decisions)
    },
    onRow,
  )
}

function draftOf(
  row: TableRow,
  name: string,
  staffNo: string,
  report: RowReport,
  known: Known,
  decisions: Decisions,
): RosterDraft | null {
  const post = readPost(row, report, decisions)
  const joined = report.day('joined')?.day ?? null
  const validTo = report.day('validTo')?.day ?? null
  if (post === null) return null
  return {
    row: row.row,
    name,
    staffNo: staffNo === '' ? null : staffNo,
    post,
    duties: dutiesIn(row.text('duties'), row.text('note'), row.text('post')),
    joined,
    validTo,
    certificates: certificatesIn(row.text('certificates')),
    personUid: personOnRecord(name, staffNo, known),
  }
}

function readPost(row: TableRow, report: RowReport, decisions: Decisions): Post | null {
  const text = row.text('post')
  if (text === '' || isPlaceholder(text)) {
    report.add('missing-post', 'post', { blocking: true })
    return null
  }
  const key = wordKey(text)
  const decided = decisions.posts && Object.hasOwn(decisions.posts, key) ? decisions.posts[key] : undefined
  if (decided === 'leave-out') {
    report.leaveOut()
    return null
  }
  const post = decided ?? postOf(text)
  if (post === null) report.add('unknown-post', 'post', { params: { value: text }, blocking: true })
  return post
}

/**
 * The same name with the same number, or with a number missing on one side, is one person written twice.
 * The same name with two numbers are two people: said, not stopped.
 */
function repeatFinder(
  decisions: Decisions,
): (row: TableRow, name: string, staffNo: string, report: RowReport) => boolean {
  const byName = new Map<string, Seen[]>()
  const byNumber = new Map<string, { row: number; name: string }>()
  return (row, name, staffNo, report) => {
    const key = nameKey(name)
    const earlier = byName.get(key) ?? []
    const isKept = decisions.kept?.includes(row.row) ?? false
    const same = earlier.find((seen) => seen.staffNo === staffNo || seen.staffNo === '' || staffNo === '')
    if (same && !isKept) {
      report.add('duplicate-person', undefined, { of: same.row, params: { name, of: same.row }, blocking: true })
      return true
    }
    byName.set(key, [...earlier, { row: row.row, staffNo }])
    const [namesake] = earlier
    if (namesake) report.add('same-name', 'name', { of: namesake.row, params: { name, of: namesake.row } })
    const holder = staffNo === '' ? undefined : byNumber.get(staffNo)
    if (holder && nameKey(holder.name) !== key) {
      const params = { value: staffNo, name: holder.name, of: holder.row }
      report.add('duplicate-staff-number', 'staffNo', { of: holder.row, params, blocking: true })
    } else if (staffNo !== '') byNumber.set(staffNo, { row: row.row, name })
    return false
  }
}

function certificatesIn(text: string): string[] {
  const parts = text.split(/[、,，;；/\n]/).map((part) => part.trim())
  return parts.filter((part) => part !== '' && !isPlaceholder(part))
}

/** By number; by name only if nobody else has it and the numbers do not speak against it. */
function personOnRecord(name: string, staffNo: string, known: Known): string | null {
  const byNumber = staffNo === '' ? undefined : known.people.find((person) => person.staffNo === staffNo)
  if (byNumber && nameKey(byNumber.name) === nameKey(name)) return byNumber.uid
  const namesakes = known.people.filter((person) => nameKey(person.name) === nameKey(name))
  const [only, other] = namesakes
  if (!only || other) return null
  return staffNo === '' || !only.staffNo || only.staffNo === staffNo ? only.uid : null
}
