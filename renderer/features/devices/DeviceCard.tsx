import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Device, DeviceMonth, Outage } from '../../../shared/contract/devices.ts'
import { monthRange } from '../../../shared/domain/business-day.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Devices.module.css'
import { STATE_TONES, shiftMonth, stateOf } from './device-words.ts'
import { OutageTimeline } from './OutageTimeline.tsx'
import { UptimeChart } from './UptimeChart.tsx'
import { useDeviceRights } from './use-device-actions.ts'
import { useZones } from './use-zones.ts'

const MONTHS_BACK = 11

interface DeviceCardProps {
  device: Device
  month: DeviceMonth
  onEdit: () => void
  onOutage: (outage: Outage) => void
  onClose: () => void
}

/** Everything about one device: facts, its uptime by month, its outages in time. */
export function DeviceCard({ device, month, onEdit, onOutage, onClose }: DeviceCardProps) {
  const t = useTranslate()
  const { mayEdit } = useDeviceRights()
  const state = stateOf(device)
  const period = { from: monthRange(shiftMonth(month.month, -MONTHS_BACK)).from, to: monthRange(month.month).to }
  const outages = useQuery(useApi().devices.outages.queryOptions({ input: { ...period, device: device.uid } }))
  return (
    <SideDrawer
      open
      size={560}
      onClose={onClose}
      title={
        <span className={styles.name}>
          {device.name} <span className="faint">{device.number}</span>{' '}
          <StatusTag tone={STATE_TONES[state]}>{t(`devices.state.${state}`)}</StatusTag>
        </span>
      }
      extra={mayEdit && <Button onClick={onEdit}>{t('devices.card.edit')}</Button>}
    >
      <Facts device={device} month={month} />
      <h3 className={styles.cardHead}>{t('devices.chart.title')}</h3>
      <UptimeChart till={month.month} target={month.target} device={device} />
      <h3 className={styles.cardHead}>{t('devices.card.timeline')}</h3>
      {outages.error && <Failure error={outages.error} onRetry={() => void outages.refetch()} />}
      {!outages.data && !outages.error && <LoadingRows rows={4} />}
      {outages.data?.length === 0 && <p className="muted">{t('devices.card.noOutages')}</p>}
      {outages.data && <OutageTimeline outages={outages.data} onOpen={onOutage} />}
    </SideDrawer>
  )
}

function Facts({ device, month }: Pick<DeviceCardProps, 'device' | 'month'>) {
  const t = useTranslate()
  const zones = useZones()
  const { hours, vendor, phone, installedOn, switchedOffOn } = device
  const uptime = month.devices.find((row) => row.device.uid === device.uid)?.uptime
  const facts: [string, string | null][] = [
    [t('devices.card.thisMonth', { month: month.month }), formatRate(uptime?.uptime ?? null)],
    [t('devices.list.kind'), t(`devices.kind.${device.kind}`)],
    [t('devices.list.zone'), zones.nameOf(device.zone)],
    [
      t('devices.list.hours'),
      hours
        ? t('devices.card.hoursOwn', {
            open: hours.open,
            close: hours.close,
            days: t(hours.onClosedDays ? 'devices.card.everyDay' : 'devices.card.openDays'),
          })
        : t('devices.card.hoursOfOutlet'),
    ],
    [t('devices.list.vendor'), [vendor, phone].filter(Boolean).join(' ')],
    [t('devices.editor.installedOn'), installedOn],
    [t('devices.editor.switchedOffOn'), switchedOffOn],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
