import type { DeviceMonth, Outage, Uptime } from '../../../shared/contract/devices.ts'
import type { ReportFigure } from '../../../shared/contract/reports.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { readMonth, readOutages } from '../devices/index.ts'
import { readTargets, targetText } from './indicator-targets.ts'
import { zoneName } from './patrol-summary.ts'
import { type BuiltReport, documentOf, type ReportContext } from './report-context.ts'
import type { ReportCell, ReportColumn } from './report-model.ts'

const HOUR_MINUTES = 60
const MINUTE_MS = 60_000

/** 机具运行率: hours due and down, reason, uptime and target of every machine, then each outage of the month. */
export function buildDevices(context: ReportContext): BuiltReport {
  const { call, t, month, from, to } = context
  const read = readMonth(call, month)
  const outages = readOutages(call, { from, to }).reverse()
  const figures = deviceFigures(context, read)
  const sections = [
    { heading: t('reports.section.overview'), blocks: [{ type: 'figures' as const, figures }] },
    {
      heading: t('reports.section.byDevice'),
      blocks: [{ type: 'table' as const, columns: deviceColumns(context), rows: deviceRows(context, read, outages) }],
    },
    {
      heading: t('reports.section.outages'),
      blocks: [
        {
          type: 'table' as const,
          columns: outageColumns(context),
          rows: outages.map((one) => outageRow(context, one)),
        },
      ],
    },
  ]
  return { document: documentOf(context, sections, { isLandscape: true, hasTyped: false }), figures }
}

/** The uptime of the records; null where nothing was due, undefined where no device is on record. */
export function recordedUptime({ call }: ReportContext, month: string): number | null | undefined {
  const { devices, total } = readMonth(call, month)
  return devices.length === 0 ? undefined : total.uptime
}

function deviceFigures({ t, month }: ReportContext, { devices, total }: DeviceMonth): ReportFigure[] {
  const source = { to: 'devices', month } as const
  const hours = (minutes: number | null) => (minutes === null ? null : rounded(minutes / HOUR_MINUTES))
  return [
    { id: 'uptime', label: t('reports.figure.uptime'), value: total.uptime, unit: 'rate', source },
    { id: 'devices', label: t('reports.figure.devices'), value: devices.length, unit: 'count', source },
    { id: 'hoursDue', label: t('reports.figure.hoursDue'), value: hours(total.dueMinutes), unit: 'hours', source },
    { id: 'hoursDown', label: t('reports.figure.hoursDown'), value: hours(total.downMinutes), unit: 'hours', source },
    { id: 'failures', label: t('reports.figure.failures'), value: total.failures, unit: 'count', source },
    {
      id: 'repairHours',
      label: t('reports.figure.repairHours'),
      value: hours(total.repairMinutes),
      unit: 'hours',
      source,
    },
    {
      id: 'betweenHours',
      label: t('reports.figure.betweenHours'),
      value: hours(total.betweenMinutes),
      unit: 'hours',
      source,
    },
  ]
}

function deviceColumns({ t }: ReportContext): ReportColumn[] {
  const column = (
    name: 'device' | 'number' | 'zone' | 'vendor' | 'reason' | 'target',
    weight: number,
  ): ReportColumn => ({
    header: t(`reports.column.${name}`),
    kind: 'text',
    weight,
  })
  const hours = (name: 'hoursDue' | 'hoursDown' | 'hoursPartial'): ReportColumn => ({
    header: t(`reports.column.${name}`),
    kind: 'number',
    weight: 1.2,
  })
  return [
    column('device', 2.4),
    column('number', 1.4),
    column('zone', 1.6),
    column('vendor', 1.6),
    hours('hoursDue'),
    hours('hoursDown'),
    hours('hoursPartial'),
    { header: t('reports.column.failures'), kind: 'integer', weight: 0.9 },
    column('reason', 3),
    { header: t('reports.column.uptime'), kind: 'percent', weight: 1.2 },
    column('target', 1),
  ]
}

function deviceRows(
  context: ReportContext,
  { devices, total }: DeviceMonth,
  outages: readonly Outage[],
): ReportCell[][] {
  const { t, call } = context
  if (devices.length === 0) return []
  const target = targetText(readTargets(call.ports.content), 'uptime', t)
  const figures = ({ dueMinutes, downMinutes, partialMinutes, failures }: Uptime): ReportCell[] => [
    rounded(dueMinutes / HOUR_MINUTES),
    rounded(downMinutes / HOUR_MINUTES),
    rounded(partialMinutes / HOUR_MINUTES),
    failures,
  ]
  const rows = devices.map(({ device, uptime }): ReportCell[] => [
    device.name,
    device.number,
    device.zone ? zoneName(context, device.zone) : '',
    device.vendor ?? '',
    ...figures(uptime),
    reasonsOf(outages.filter((one) => one.device.uid === device.uid)),
    uptime.uptime ?? formatRate(null),
    target,
  ])
  const sum: ReportCell[] = [
    t('reports.column.total'),
    ...['', '', ''],
    ...figures(total),
    '',
    total.uptime ?? formatRate(null),
    target,
  ]
  return [...rows, sum]
}

/** Each reason once, in the order they came up. */
function reasonsOf(outages: readonly Outage[]): string {
  return [...new Set(outages.flatMap(({ reason }) => (reason ? [reason] : [])))].join('；')
}

const OUTAGE_COLUMNS = {
  device: { weight: 2.2 },
  number: { weight: 1.2 },
  start: { weight: 1.8, kind: 'datetime' },
  called: { weight: 1.8, kind: 'datetime' },
  arrived: { weight: 1.8, kind: 'datetime' },
  repaired: { weight: 1.8, kind: 'datetime' },
  end: { weight: 1.8, kind: 'datetime' },
  length: { weight: 1, kind: 'number' },
  extent: { weight: 1 },
  reason: { weight: 2.4 },
  ticket: { weight: 1.4 },
} as const satisfies Record<string, { weight: number; kind?: 'datetime' | 'number' }>

function outageColumns({ t }: ReportContext): ReportColumn[] {
  return (Object.keys(OUTAGE_COLUMNS) as (keyof typeof OUTAGE_COLUMNS)[]).map((name) => ({
    header: t(`reports.column.${name}`),
    kind: 'text',
    ...OUTAGE_COLUMNS[name],
  }))
}

function outageRow({ t, localTime, call }: ReportContext, outage: Outage): ReportCell[] {
  const { device, startAt, calledAt, arrivedAt, repairedAt, endAt, isPartial, reason, ticket } = outage
  const minutes = Math.max((endAt ?? call.now) - startAt, 0) / MINUTE_MS
  return [
    device.name,
    device.number,
    localTime(startAt),
    localTime(calledAt),
    localTime(arrivedAt),
    localTime(repairedAt),
    localTime(endAt),
    rounded(minutes / HOUR_MINUTES),
    t(isPartial ? 'devices.outages.partial' : 'devices.outages.whole'),
    reason ?? '',
    ticket ?? '',
  ]
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10
}
