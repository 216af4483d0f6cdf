import { Button } from 'antd'
import type { DeviceMonth } from '../../../shared/contract/devices.ts'
import { DEVICE_KINDS } from '../../../shared/contract/devices.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { shortInstant } from '../../app/formats.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './Devices.module.css'
import { type DeviceRow, durationText, hoursText, STATE_TONES, stateOf, uptimeTone } from './device-words.ts'

interface ColumnsOf {
  t: Translate
  month: DeviceMonth | undefined
  now: number
  zone: string
  zoneName: (zone: string | null) => string
  /** Absent for whoever may not record. */
  onSwitch: ((row: DeviceRow) => void) | undefined
}

const STATES = ['down', 'partial', 'up', 'off']

export function deviceColumns({ t, month, now, zone, zoneName, onSwitch }: ColumnsOf): QueryColumn<DeviceRow>[] {
  const number = { align: 'right' as const }
  const columns: QueryColumn<DeviceRow>[] = [
    {
      key: 'name',
      title: t('devices.list.name'),
      isFixedIn: true,
      sorter: (a, b) => a.device.pinyin.localeCompare(b.device.pinyin),
      render: (_, { device }) => (
        <span className={styles.name}>
          {device.name} <span className="faint">{device.number}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('devices.list.state'),
      sorter: (a, b) => STATES.indexOf(stateOf(a.device)) - STATES.indexOf(stateOf(b.device)),
      render: (_, { device }) => {
        const state = stateOf(device)
        return <StatusTag tone={STATE_TONES[state]}>{t(`devices.state.${state}`)}</StatusTag>
      },
    },
    {
      key: 'since',
      title: t('devices.list.since'),
      render: (_, { device: { down } }) =>
        down && (
          <span className={styles.since}>
            {shortInstant(down.since, now, zone)} <span className="faint">{down.reason}</span>
          </span>
        ),
    },
    {
      key: 'uptime',
      title: t('devices.list.uptime'),
      ...number,
      sorter: (a, b) => (a.uptime.uptime ?? 2) - (b.uptime.uptime ?? 2),
      render: (_, { uptime: { uptime } }) => (
        <b className={styles.rate} data-tone={month && uptimeTone(uptime, month)}>
          {formatRate(uptime)}
        </b>
      ),
    },
    {
      key: 'down',
      title: t('devices.list.down'),
      ...number,
      sorter: (a, b) => a.uptime.downMinutes - b.uptime.downMinutes,
      render: (_, { uptime }) => hoursText(uptime.downMinutes),
    },
    {
      key: 'failures',
      title: t('devices.list.failures'),
      ...number,
      sorter: (a, b) => a.uptime.failures - b.uptime.failures,
      render: (_, { uptime }) => uptime.failures,
    },
    {
      key: 'repair',
      title: t('devices.list.repair'),
      ...number,
      render: (_, { uptime }) => durationText(uptime.repairMinutes, t),
    },
    {
      key: 'due',
      title: t('devices.list.due'),
      ...number,
      render: (_, { uptime }) => hoursText(uptime.dueMinutes),
    },
    {
      key: 'kind',
      title: t('devices.list.kind'),
      isHiddenAtFirst: true,
      sorter: (a, b) => DEVICE_KINDS.indexOf(a.device.kind) - DEVICE_KINDS.indexOf(b.device.kind),
      render: (_, { device }) => t(`devices.kind.${device.kind}`),
    },
    {
      key: 'zone',
      title: t('devices.list.zone'),
      isHiddenAtFirst: true,
      render: (_, { device }) => zoneName(device.zone),
    },
    {
      key: 'between',
      title: t('devices.list.between'),
      isHiddenAtFirst: true,
      ...number,
      render: (_, { uptime }) => durationText(uptime.betweenMinutes, t),
    },
    {
      key: 'partial',
      title: t('devices.list.partial'),
      isHiddenAtFirst: true,
      ...number,
      render: (_, { uptime }) => hoursText(uptime.partialMinutes),
    },
    { key: 'vendor', title: t('devices.list.vendor'), isHiddenAtFirst: true, render: (_, { device }) => device.vendor },
    { key: 'phone', title: t('devices.list.phone'), isHiddenAtFirst: true, render: (_, { device }) => device.phone },
  ]
  if (!onSwitch) return columns
  return [
    ...columns,
    {
      key: 'switch',
      title: '',
      isFixedIn: true,
      ...number,
      render: (_, row) =>
        row.device.isInUse && (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation()
              onSwitch(row)
            }}
          >
            {t(row.device.down ? 'devices.action.up' : 'devices.action.down')}
          </Button>
        ),
    },
  ]
}
