import type { Outage } from '../../../shared/contract/devices.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { shortInstant } from '../../app/formats.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './Devices.module.css'
import { durationText } from './device-words.ts'

const MINUTE_MS = 60_000

export function outageColumns(t: Translate, now: number, zone: string): QueryColumn<Outage>[] {
  const at = (instant: number | null) => (instant === null ? '' : shortInstant(instant, now, zone))
  return [
    {
      key: 'device',
      title: t('devices.outages.device'),
      isFixedIn: true,
      render: (_, { device }) => (
        <span className={styles.name}>
          {device.name} <span className="faint">{device.number}</span>
        </span>
      ),
    },
    {
      key: 'start',
      title: t('devices.outages.start'),
      sorter: (a, b) => a.startAt - b.startAt,
      render: (_, { startAt }) => at(startAt),
    },
    {
      key: 'end',
      title: t('devices.outages.end'),
      render: (_, { endAt, isPartial }) =>
        endAt === null ? (
          <StatusTag tone={isPartial ? 'amber' : 'red'}>{t('devices.outages.lasting')}</StatusTag>
        ) : (
          at(endAt)
        ),
    },
    {
      key: 'length',
      title: t('devices.outages.length'),
      sorter: (a, b) => (a.endAt ?? now) - a.startAt - ((b.endAt ?? now) - b.startAt),
      render: (_, { startAt, endAt }) => durationText(Math.max((endAt ?? now) - startAt, 0) / MINUTE_MS, t),
    },
    {
      key: 'kind',
      title: t('devices.outages.kind'),
      render: (_, { isPartial }) => t(isPartial ? 'devices.outages.partial' : 'devices.outages.whole'),
    },
    {
      key: 'reason',
      title: t('devices.outages.reason'),
      render: (_, { reason }) => <span className={styles.reason}>{reason}</span>,
    },
    { key: 'ticket', title: t('devices.outages.ticket'), render: (_, { ticket }) => ticket },
    {
      key: 'vendor',
      title: t('devices.outages.vendor'),
      isHiddenAtFirst: true,
      render: (_, { vendor }) => vendor,
    },
    {
      key: 'called',
      title: t('devices.outages.called'),
      isHiddenAtFirst: true,
      render: (_, { calledAt }) => at(calledAt),
    },
    {
      key: 'arrived',
      title: t('devices.outages.arrived'),
      isHiddenAtFirst: true,
      render: (_, { arrivedAt }) => at(arrivedAt),
    },
    {
      key: 'repaired',
      title: t('devices.outages.repaired'),
      isHiddenAtFirst: true,
      render: (_, { repairedAt }) => at(repairedAt),
    },
    { key: 'by', title: t('devices.outages.enteredBy'), render: (_, { enteredBy }) => enteredBy },
  ]
}
