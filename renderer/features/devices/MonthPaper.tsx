import type { DeviceMonth } from '../../../shared/contract/devices.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { serviceNow } from '../../services/clock.ts'
import styles from './Devices.module.css'
import { hoursText } from './device-words.ts'

/** What comes out of the printer: the month's table alone. Not seen on screen. */
export function MonthPaper({ month }: { month: DeviceMonth }) {
  const t = useTranslate()
  const { outlet, zone } = useSignedIn()
  const head = ['name', 'number', 'due', 'down', 'failures', 'uptime'] as const
  return (
    <section className={`${styles.paper} print-alone`} aria-hidden="true">
      <h1>
        {outlet.name} {t('devices.title')} {month.month}
      </h1>
      <p>
        {t('devices.figures.total')} {formatRate(month.total.uptime)} ·{' '}
        {t('devices.figures.target', { target: formatRate(month.target), floor: formatRate(month.floor) })} ·{' '}
        {formatInstant(serviceNow(), zone)}
      </p>
      <table>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column}>{t(`devices.list.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.devices.map(({ device, uptime }) => (
            <tr key={device.uid}>
              <td>{device.name}</td>
              <td>{device.number}</td>
              <td>{hoursText(uptime.dueMinutes)}</td>
              <td>{hoursText(uptime.downMinutes)}</td>
              <td>{uptime.failures}</td>
              <td>{formatRate(uptime.uptime)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
