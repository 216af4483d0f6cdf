import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { navigate } from '../../app/route-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import styles from './Backups.module.css'
import { ageText } from './backup-words.ts'

const REFRESH_MS = 10 * 60_000

/**
 * On the first screen: the ages of both copies in one quiet line, in colour and at the top once somebody has to act.
 * Shows nothing where its time is not now.
 */
export function BackupNote({ when }: { when: 'quiet' | 'urgent' }) {
  const t = useTranslate()
  const now = useNow()
  const { data } = useQuery({ ...useApi().backups.health.queryOptions({ input: {} }), refetchInterval: REFRESH_MS })
  if (!data) return null
  const { here, target } = data
  const conditions = [here.condition, target?.condition]
  const worst = (['broken', 'late', 'missing'] as const).find((one) => conditions.includes(one))
  if ((when === 'urgent') !== (worst !== undefined)) return null
  const title = worst === 'late' && here.newestAt === null ? 'none' : worst
  return (
    <div className={styles.note} data-worst={worst} {...(worst && { role: 'status' })}>
      <span>
        {title && <b>{t(`backups.today.${title}`)}</b>}
        <span>
          {t('backups.age.here')} {ageText(here.newestAt, now, t)}
        </span>
        <span>
          {t('backups.age.target')} {target ? ageText(target.newestAt, now, t) : t('backups.age.noTarget')}
        </span>
      </span>
      <Button type="link" size="small" onClick={() => navigate('/backups')}>
        {t('backups.today.look')}
      </Button>
    </div>
  )
}
