import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Backup } from '../../../shared/contract/backups.ts'
import { DEFAULT_ZONE } from '../../../shared/domain/business-day.ts'
import { formatInstant } from '../../app/formats.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FolderInput } from '../../ui/FolderInput.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { notify } from '../../ui/toast-store.ts'
import { formatSize, Progress, useWatched } from '../backups/index.ts'
import styles from './ChangePinForm.module.css'

/** On a new PC: where the copies lie, which of them, and its key where it is encrypted. Then one signs in as before. */
export function RestoreForm({ onBack }: { onBack: () => void }) {
  const t = useTranslate()
  const client = useClient()
  const cache = useQueryClient()
  const watched = useWatched('recovery')
  const [folder, setFolder] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const [key, setKey] = useState('')
  const look = useMutation(useApi().recovery.backupsIn.mutationOptions({ meta: { showsFailure: true } }))
  const usable = (look.data?.backups ?? []).filter(({ isGood }) => isGood)
  const chosen = usable.find(({ id }) => id === chosenId) ?? usable[0]
  const restore = useMutation({
    meta: { showsFailure: true },
    mutationFn: ({ id, lock }: Backup) => {
      const { watchId, signal } = watched.begin()
      const found = { folder: look.data?.folder ?? folder, id, watchId, ...(lock === 'none' ? {} : { key }) }
      return client.recovery.restoreFrom(found, { signal })
    },
    onSettled: watched.end,
    onSuccess: async ({ restoredTo, lostPhotos }) => {
      const time = formatInstant(restoredTo, DEFAULT_ZONE)
      const text =
        lostPhotos > 0
          ? t('backups.restore.doneLost', { time, count: lostPhotos })
          : t('people.firstStart.restored', { time })
      await cache.resetQueries()
      notify({ tone: 'done', text })
    },
  })
  const isReady = chosen !== undefined && (chosen.lock === 'none' || key.trim() !== '')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (restore.isPending || look.isPending) return
    if (!chosen) return void (folder.trim() !== '' && look.mutate({ folder: folder.trim() }))
    if (isReady) restore.mutate(chosen)
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h1>{t('people.firstStart.restoreTitle')}</h1>
      <Field
        label={t('people.firstStart.restoreFolder')}
        help={t('people.firstStart.restoreFolderHelp')}
        error={look.data && usable.length === 0 ? t('people.firstStart.restoreNone') : undefined}
      >
        {(ids) => (
          <FolderInput
            {...ids}
            value={folder}
            autoFocus
            onChange={(typed) => {
              setFolder(typed)
              look.reset()
              restore.reset()
            }}
          />
        )}
      </Field>
      {look.error && <Failure error={look.error} />}
      {chosen && (
        <Field label={t('people.firstStart.restoreWhich')}>
          {({ id }) => (
            <Select
              id={id}
              value={chosen.id}
              options={usable.map((one) => ({ value: one.id, label: nameOf(one, t(`backups.reason.${one.reason}`)) }))}
              onChange={setChosenId}
            />
          )}
        </Field>
      )}
      {chosen && chosen.lock !== 'none' && (
        <Field label={t('backups.restore.key')} help={t('backups.restore.keyHelp')}>
          {(ids) => (
            <Input.Password {...ids} autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} />
          )}
        </Field>
      )}
      {restore.error && !watched.wasCancelled() && <Failure error={restore.error} />}
      <Progress label={t('backups.restore.working')} progress={watched.progress} onCancel={watched.cancel} />
      <div className={styles.foot}>
        <Button disabled={restore.isPending} onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={chosen ? !isReady : folder.trim() === ''}
          loading={restore.isPending || look.isPending}
        >
          {t(chosen ? 'backups.restore.confirm' : 'people.firstStart.restoreLook')} <Kbd keys="Enter" onDark />
        </Button>
      </div>
    </form>
  )
}

function nameOf({ takenAt, bytes }: Backup, reason: string): string {
  return [formatInstant(takenAt, DEFAULT_ZONE), reason, formatSize(bytes)].join(' · ')
}
