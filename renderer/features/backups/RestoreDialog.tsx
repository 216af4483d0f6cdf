import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../../shared/contract/backups.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './Backups.module.css'
import { MissingList } from './MissingList.tsx'
import { Progress } from './Progress.tsx'
import type { useRestore } from './use-restore.ts'

interface RestoreDialogProps {
  backup: Backup
  restore: ReturnType<typeof useRestore>
  onClose: () => void
}

/** What will happen, what is no longer shown afterwards, and that it can be undone. */
export function RestoreDialog({ backup, restore, onClose }: RestoreDialogProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const [key, setKey] = useState('')
  const { id, place, lock, takenAt } = backup
  const missing = useQuery({ ...useApi().backups.missingSince.queryOptions({ input: { id, place } }), staleTime: 0 })
  const title = t('backups.restore.title', { time: formatInstant(takenAt, zone) })
  const mayConfirm = !restore.isBusy && (lock === 'none' || key.trim() !== '')

  function confirm() {
    if (!mayConfirm) return
    restore.run({ id, place, ...(lock === 'none' ? {} : { key }) }).then(onClose, () => undefined)
  }

  return (
    <Overlay label={title} width={480} isFirm={restore.isBusy} onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <h2>{title}</h2>
        <p>{t('backups.restore.what')}</p>
        {missing.data && (
          <MissingList
            missing={missing.data}
            label={t('backups.restore.missing')}
            nothing={t('backups.restore.nothing')}
          />
        )}
        {missing.isPending && <LoadingRows rows={2} />}
        {missing.error && <Failure error={missing.error} />}
        {lock !== 'none' && (
          <Field label={t('backups.restore.key')} help={t('backups.restore.keyHelp')}>
            {(ids) => (
              <Input.Password
                {...ids}
                autoComplete="off"
                value={key}
                onChange={(event) => setKey(event.target.value)}
              />
            )}
          </Field>
        )}
        {restore.error && <Failure error={restore.error} />}
        <Progress label={t('backups.restore.working')} progress={restore.progress} />
        <div className={styles.foot}>
          <Button disabled={restore.isBusy} onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!mayConfirm} loading={restore.isBusy}>
            {t('backups.restore.confirm')}
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
