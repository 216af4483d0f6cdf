import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { BackupTarget } from '../../../shared/contract/backups.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Backups.module.css'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { TargetDialog } from './TargetDialog.tsx'

interface TargetPanelProps {
  target: (BackupTarget & { isReachable: boolean }) | null
  mayEdit: boolean
  onMake: (input?: { passphrase?: string }) => void
}

export function TargetPanel({ target, mayEdit, onMake }: TargetPanelProps) {
  const t = useTranslate()
  const [dialog, setDialog] = useState<'target' | 'passphrase'>()
  const set = useMutation(useApi().backups.setTarget.mutationOptions())
  const close = () => setDialog(undefined)

  function remove() {
    if (!target) return
    const { folder, receiver } = target
    const undo = () => set.mutate({ target: { folder, receiver } })
    set.mutate({ target: null }, { onSuccess: () => notify({ tone: 'done', text: t('backups.target.removed'), undo }) })
  }

  return (
    <Panel title={t('backups.target.title')} isPadded>
      {target ? (
        <>
          <p className={styles.path}>{target.folder}</p>
          {!target.isReachable && <p className={styles.warning}>{t('backups.target.unreachable')}</p>}
          <p className="muted">
            {t(target.receiver === null ? 'backups.target.isPlain' : 'backups.target.isEncrypted')}
          </p>
        </>
      ) : (
        <p className="muted">{t('backups.target.text')}</p>
      )}
      {mayEdit && (
        <div className={styles.actions}>
          <Button onClick={() => setDialog('target')}>
            {t(target ? 'backups.target.change' : 'backups.target.choose')}
          </Button>
          {target && <Button onClick={() => setDialog('passphrase')}>{t('backups.target.passphrase')}</Button>}
          {target && (
            <Button type="text" onClick={remove}>
              {t('backups.target.remove')}
            </Button>
          )}
        </div>
      )}
      {dialog === 'target' && (
        <TargetDialog
          target={target}
          onClose={close}
          onSaved={() => {
            close()
            notify({ tone: 'done', text: t('backups.target.saved') })
            onMake()
          }}
        />
      )}
      {dialog === 'passphrase' && (
        <PassphraseDialog
          onClose={close}
          onSend={(passphrase) => {
            close()
            onMake({ passphrase })
          }}
        />
      )}
    </Panel>
  )
}
