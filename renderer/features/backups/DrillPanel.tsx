import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { DrillResult } from '../../../shared/contract/backups.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Backups.module.css'

export function DrillPanel({ drill, hasBackups }: { drill: DrillResult | null; hasBackups: boolean }) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const run = useMutation(useApi().backups.drill.mutationOptions())
  const begin = () => !run.isPending && hasBackups && run.mutate({})
  useCommands([{ id: 'backups-drill', key: 'backups.commands.drill', when: () => hasBackups, run: begin }])
  return (
    <Panel title={t('backups.drill.title')} isPadded>
      {drill ? (
        <>
          <p>
            <StatusTag tone={drill.isGood ? 'pine' : 'red'}>
              {drill.isGood
                ? t('backups.drill.good', { rows: drill.rows.toLocaleString('en-US'), photos: drill.photos })
                : t('backups.drill.bad', { reason: t(`errors.${drill.reason ?? 'internal'}` as MessageKey) })}
            </StatusTag>
          </p>
          <p className="muted">
            {t('backups.drill.at', { at: formatInstant(drill.at, zone), takenAt: formatInstant(drill.takenAt, zone) })}
          </p>
        </>
      ) : (
        <p className="muted">{t('backups.drill.none')}</p>
      )}
      <p className="faint">{t('backups.drill.text')}</p>
      <div className={styles.actions}>
        <Button disabled={!hasBackups} loading={run.isPending} onClick={begin}>
          {t(run.isPending ? 'backups.drill.running' : 'backups.drill.run')}
        </Button>
      </div>
    </Panel>
  )
}
