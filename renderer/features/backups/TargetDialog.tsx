import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { BackupTarget } from '../../../shared/contract/backups.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FolderInput } from '../../ui/FolderInput.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './Backups.module.css'

const EXAMPLE = 'E:\\backup'

export function TargetDialog({
  target,
  onSaved,
  onClose,
}: {
  target: BackupTarget | null
  onSaved: () => void
  onClose: () => void
}) {
  const t = useTranslate()
  const [folder, setFolder] = useState(target?.folder ?? '')
  const [receiver, setReceiver] = useState(target?.receiver ?? '')
  const set = useMutation(useApi().backups.setTarget.mutationOptions({ meta: { showsFailure: true } }))

  function save() {
    if (folder.trim() === '' || set.isPending) return
    const chosen = { folder: folder.trim(), receiver: receiver.trim() === '' ? null : receiver.trim() }
    set.mutate({ target: chosen }, { onSuccess: onSaved })
  }

  return (
    <Overlay label={t('backups.target.title')} width={480} onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2>{t('backups.target.title')}</h2>
        {set.error && <Failure error={set.error} />}
        <Field label={t('backups.target.folder')} help={t('backups.target.folderHelp', { example: EXAMPLE })}>
          {(ids) => <FolderInput {...ids} data-autofocus value={folder} onChange={setFolder} />}
        </Field>
        <Field label={t('backups.target.receiver')} help={t('backups.target.receiverHelp')} isOptional>
          {(ids) => (
            <Input {...ids} autoComplete="off" value={receiver} onChange={(event) => setReceiver(event.target.value)} />
          )}
        </Field>
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={folder.trim() === ''} loading={set.isPending}>
            {t('backups.target.save')}
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
