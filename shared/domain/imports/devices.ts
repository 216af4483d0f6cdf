import type { Decisions } from './decisions.ts'
import { type Known, nameFinder } from './known.ts'
import { isPlaceholder, wordKey } from './normalize.ts'
import { collect, type ReadResult, type RowCounter, type RowReport } from './row-report.ts'
import { type Row, readRows, type TableRow } from './table.ts'
import { type DeviceKind, deviceKindOf } from './words.ts'

/** A machine of the file. Those on record stay as they are. */
export interface DeviceDraft {
  readonly row: number
  readonly name: string
  readonly number: string
  readonly kind: DeviceKind
  readonly zone: string | null
  readonly vendor: string | null
  readonly phone: string | null
  readonly installedOn: string | null
  readonly switchedOffOn: string | null
  readonly hours: DueHours | null
}

export interface DueHours {
  readonly open: string
  readonly close: string
  readonly onClosedDays: boolean
}

export function readDevices(
  rows: readonly Row[],
  known: Known,
  decisions: Decisions = {},
  onRow?: RowCounter,
): ReadResult<DeviceDraft> {
  const table = readRows(rows, 'devices', decisions)
  const zoneOf = nameFinder(known.zones ?? [])
  const onRecord = new Set((known.devices ?? []).map(numberKey))
  const earlier = new Map<string, number>()
  return collect(
    table,
    (row, report) => {
      const name = row.text('device')
      const number = row.text('deviceNo')
      if (name === '') report.add('missing-device', 'device', { blocking: true })
      if (number === '' || isPlaceholder(number)) report.add('missing-device-number', 'deviceNo', { blocking: true })
      else checkRepeat(row, number, report, onRecord, earlier)
      const kind = readKind(row, name, report)
      const hours = readHours(row, report)
      const installedOn = report.day('installed')?.day ?? null
      const switchedOffOn = report.day('switchedOff')?.day ?? null
      if (installedOn && switchedOffOn && switchedOffOn < installedOn) {
        report.add('off-before-installed', 'switchedOff', { blocking: true })
      }
      if (kind === null || hours === undefined) return null
      const fields = { name, number, kind, hours, installedOn, switchedOffOn }
      const zone = readZone(row, zoneOf, report)
      return { row: row.row, ...fields, zone, vendor: textOf(row, 'vendor'), phone: textOf(row, 'phone') }
    },
    onRow,
  )
}

function checkRepeat(
  row: TableRow,
  number: string,
  report: RowReport,
  onRecord: ReadonlySet<string>,
  earlier: Map<string, number>,
): void {
  const key = numberKey(number)
  const of = earlier.get(key)
  if (onRecord.has(key)) report.add('known-device', 'deviceNo', { params: { value: number }, blocking: true })
  else if (of !== undefined) {
    report.add('duplicate-device', 'deviceNo', { of, params: { value: number, of }, blocking: true })
  } else earlier.set(key, row.row)
}

/** As the kind column says, else as the name does: `取款机1号`. */
function readKind(row: TableRow, name: string, report: RowReport): DeviceKind | null {
  const text = row.text('deviceKind')
  const kind = text === '' ? deviceKindOf(name) : deviceKindOf(text)
  if (kind === null) report.add('unknown-device-kind', 'deviceKind', { params: { value: text }, blocking: true })
  return kind
}

function readZone(row: TableRow, zoneOf: (text: string) => string | null, report: RowReport): string | null {
  const text = row.text('zone')
  if (text === '' || isPlaceholder(text)) return null
  const zone = zoneOf(text)
  if (zone === null) report.add('unknown-device-zone', 'zone', { params: { value: text } })
  return zone
}

const ALL_DAY = /^(24(h|小时|hours)?|全天(候)?|7[x×*]24(小时)?|allday|aroundtheclock)$/
const RANGE = /^(\d{1,2})[:.](\d{2})[-–—~至到](\d{1,2})[:.](\d{2})$/
const DAY_MINUTES = 1440

/** `24小时` is every day around the clock, `9:00-17:00` on open days; empty: the outlet's own hours. */
function readHours(row: TableRow, report: RowReport): DueHours | null | undefined {
  const text = row.text('dueHours')
  if (text === '' || isPlaceholder(text)) return null
  const key = wordKey(text).replaceAll(' ', '')
  if (ALL_DAY.test(key)) return { open: '00:00', close: '24:00', onClosedDays: true }
  const parts = RANGE.exec(key)?.slice(1).map(Number)
  const [hour = 0, minute = 0, endHour = 0, endMinute = 0] = parts ?? []
  const [start, end] = [hour * 60 + minute, endHour * 60 + endMinute]
  if (!parts || minute > 59 || endMinute > 59 || end > DAY_MINUTES || start >= end) {
    report.add('unreadable-hours', 'dueHours', { params: { value: text }, blocking: true })
    return undefined
  }
  return { open: clock(hour, minute), close: clock(endHour, endMinute), onClosedDays: false }
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function textOf(row: TableRow, field: string): string | null {
  const text = row.text(field)
  return text === '' || isPlaceholder(text) ? null : text
}

function numberKey(number: string): string {
  return number.trim().toLowerCase()
}
