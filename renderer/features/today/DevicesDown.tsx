import type { OutputOf } from '../../../shared/contract/index.ts'
import type { today } from '../../../shared/contract/today.ts'
import { shortInstant } from '../../app/formats.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './DevicesDown.module.css'

interface DevicesDownProps {
  devices: OutputOf<typeof today.overview>['devicesDown']
  count: number
}

/** One line while anything is down; it leads to the devices. */
export function DevicesDown({ devices, count }: DevicesDownProps) {
  const t = useTranslate()
  const now = useNow()
  const { zone } = useSignedIn()
  if (count === 0) return null
  const names = devices.map(({ name, since }) =>
    t('devices.today.one', { name, since: shortInstant(since, now, zone) }),
  )
  return (
    <button type="button" className={styles.line} onClick={() => navigate('/devices')}>
      <StatusTag tone="red">{t('devices.today.down', { count })}</StatusTag>
      <span className={styles.names}>{names.join(' · ')}</span>
    </button>
  )
}
