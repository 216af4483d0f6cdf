import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Backup, BackupHealth } from '../../../shared/contract/backups.ts'
import { useKeyHints } from '../../app/key-hints.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Backups.module.css'
import { BackupTable } from './BackupTable.tsx'
import { ageText, TONE_OF } from './backup-words.ts'
import { DrillPanel } from './DrillPanel.tsx'
import { Progress } from './Progress.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { TargetPanel } from './TargetPanel.tsx'
import { useMakeBackup } from './use-make-backup.ts'
import { useRestore } from './use-restore.ts'

/** Copies here and at the second place, how old they are, and the way back to each. */
export function BackupsScreen() {
  const t = useTranslate()
  const { person } = useSignedIn()
  const isHead = person.role === 'outlet-head'
  const list = useQuery({ ...useApi().backups.list.queryOptions({ input: {} }), staleTime: 0 })
  const { data } = list
  const make = useMakeBackup()
  const restore = useRestore()
  const [chosen, setChosen] = useState<Backup>()
  const undoId = isHead ? data?.undoId : undefined

  const undo = () => undoId && void restore.undo(undoId).catch(() => undefined)
  useCommands([
    { id: 'backups-make', key: 'backups.commands.make', shortcut: 'Ctrl+B', run: () => make.run() },
    { id: 'backups-undo', key: 'backups.commands.undo', when: () => Boolean(undoId), run: undo },
  ])
  useKeyHints([{ keys: ['Ctrl+B'], text: t('backups.hints.make') }])

  const makeButton = (
    <Button type="primary" disabled={make.isBusy} onClick={() => make.run()}>
      {t('backups.make')} <Kbd keys="Ctrl+B" onDark />
    </Button>
  )
  return (
    <Page>
      <PageHeader title={t('backups.title')} lead={t('backups.lead')} actions={makeButton} />
      <Progress label={t('backups.making')} progress={make.progress} onCancel={make.cancel} />
      {undoId && !chosen && (
        <div className={styles.banner} role="status">
          <span>{t('backups.restore.banner')}</span>
          <Button loading={restore.isBusy} onClick={undo}>
            {t('backups.restore.undo')}
          </Button>
        </div>
      )}
      <div className={styles.columns}>
        <BackupTable
          backups={data?.backups}
          error={list.error}
          isFetching={list.isFetching}
          mayRestore={isHead}
          onRefresh={() => void list.refetch()}
          onRestore={setChosen}
          emptyAction={<Button onClick={() => make.run()}>{t('backups.make')}</Button>}
        />
        {data && (
          <div className={styles.side}>
            <Ages health={data.health} />
            <TargetPanel target={data.target} mayEdit={isHead} onMake={make.run} />
            <DrillPanel
              drill={data.drill}
              hasBackups={data.backups.some(({ place, isGood }) => place === 'here' && isGood)}
            />
            <p className={`faint ${styles.path}`}>{t('backups.list.folder', { folder: data.folder })}</p>
          </div>
        )}
      </div>
      {chosen && <RestoreDialog backup={chosen} restore={restore} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}

function Ages({ health: { here, target } }: { health: BackupHealth }) {
  const t = useTranslate()
  return (
    <dl className={styles.ages}>
      <dt>{t('backups.age.here')}</dt>
      <dd>
        <Age of={here} />
      </dd>
      <dt>{t('backups.age.target')}</dt>
      <dd>{target ? <Age of={target} /> : <b>{t('backups.age.noTarget')}</b>}</dd>
    </dl>
  )
}

/** Where there is no copy yet, no copy is old. */
function Age({ of: { newestAt, condition } }: { of: BackupHealth['here'] }) {
  const t = useTranslate()
  const now = useNow()
  return (
    <>
      <b>{ageText(newestAt, now, t)}</b>
      {!(newestAt === null && condition === 'late') && (
        <StatusTag tone={TONE_OF[condition]}>{t(`backups.age.condition.${condition}`)}</StatusTag>
      )}
    </>
  )
}
