import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../../shared/contract/backups.ts'
import type { Damage } from '../../../shared/contract/recovery.ts'
import { DEFAULT_ZONE } from '../../../shared/domain/business-day.ts'
import { formatInstant } from '../../app/formats.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { formatSize, MissingList } from '../backups/index.ts'
import styles from './Recovery.module.css'

/** The only screen while the database is damaged: a backup, a salvage, or the way out. Nothing here deletes. */
export function RecoveryScreen() {
  const t = useTranslate()
  const status = useQuery({ ...useApi().recovery.status.queryOptions({ input: {} }), staleTime: 0 })
  const { data: damage } = status
  return (
    <main className={styles.page}>
      <h1>{t('recovery.title')}</h1>
      {status.error && <Failure error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <LoadingRows rows={4} />}
      {damage && (
        <>
          <p>
            {t('recovery.lead')} <code>{damage.keptIn}</code>{' '}
            <span className="faint">{t('recovery.foundAt', { at: formatInstant(damage.foundAt, DEFAULT_ZONE) })}</span>
          </p>
          <RestorePanel damage={damage} />
          <SalvagePanel />
          <QuitPanel />
        </>
      )}
    </main>
  )
}

function RestorePanel({ damage: { backups, missingSince } }: { damage: Damage }) {
  const t = useTranslate()
  const cache = useQueryClient()
  const newest = backups.find(({ isFutureDated }) => !isFutureDated) ?? backups[0]
  const [chosenId, setChosenId] = useState<string>()
  const chosen = backups.find(({ id }) => id === chosenId) ?? newest
  const restore = useMutation({
    ...useApi().recovery.restore.mutationOptions({ meta: { showsFailure: true } }),
    onSuccess: () => cache.resetQueries(),
  })
  const nameOf = ({ takenAt, reason, bytes }: Backup) => ({
    time: formatInstant(takenAt, DEFAULT_ZONE),
    reason: t(`backups.reason.${reason}`),
    size: formatSize(bytes),
  })
  if (!chosen) {
    return (
      <Panel title={t('recovery.restoreTitle')} isPadded>
        <p>{t('recovery.noBackups')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('recovery.restoreTitle')} isPadded>
      <p>{t('recovery.restoreText', nameOf(chosen))}</p>
      {chosen === newest && missingSince && missingSince.length > 0 && (
        <MissingList missing={missingSince} label={t('recovery.missing')} nothing={t('recovery.missingNothing')} />
      )}
      {chosen === newest && !missingSince?.length && <p className="muted">{t('recovery.missingUnknown')}</p>}
      {restore.error && <Failure error={restore.error} />}
      <div className={styles.actions}>
        <Button type="primary" loading={restore.isPending} onClick={() => restore.mutate({ id: chosen.id })}>
          {t('recovery.restore')}
        </Button>
        {backups.length > 1 && (
          <Select
            aria-label={t('recovery.older')}
            style={{ width: 300 }}
            value={chosen.id}
            options={backups.map((one) => ({ value: one.id, label: Object.values(nameOf(one)).join(' · ') }))}
            onChange={setChosenId}
          />
        )}
      </div>
    </Panel>
  )
}

function SalvagePanel() {
  const t = useTranslate()
  const salvage = useMutation(useApi().recovery.salvage.mutationOptions({ meta: { showsFailure: true } }))
  const rows = Object.values(salvage.data?.rows ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <Panel title={t('recovery.salvageTitle')} isPadded>
      <p>{t('recovery.salvageText')}</p>
      {salvage.error && <Failure error={salvage.error} />}
      {salvage.data && (
        <p role="status">
          {t('recovery.salvaged', { count: rows })} <code>{salvage.data.path}</code>
        </p>
      )}
      <div className={styles.actions}>
        <Button loading={salvage.isPending} onClick={() => salvage.mutate({})}>
          {t(salvage.isPending ? 'recovery.salvaging' : 'recovery.salvage')}
        </Button>
      </div>
    </Panel>
  )
}

function QuitPanel() {
  const t = useTranslate()
  const [hasQuit, setHasQuit] = useState(false)
  return (
    <Panel title={t('recovery.quitTitle')} isPadded>
      <p>{t(hasQuit ? 'recovery.quitDone' : 'recovery.quitText')}</p>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            // A browser closes only windows that a program opened.
            window.close()
            setHasQuit(true)
          }}
        >
          {t('recovery.quit')}
        </Button>
      </div>
    </Panel>
  )
}
