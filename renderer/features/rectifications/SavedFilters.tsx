import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SavedFilter } from '../../../shared/contract/rectification-lists.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './SavedFilters.module.css'

interface SavedFiltersProps {
  /** The list's address as it stands. */
  params: Record<string, string>
  onApply: (params: Record<string, string>) => void
  onClose: () => void
}

/** One person's named filters: use, begin with, delete, and save what is chosen now. */
export function SavedFilters({ params, onApply, onClose }: SavedFiltersProps) {
  const t = useTranslate()
  const api = useApi()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [attempts, setAttempts] = useState(0)
  const saved = useQuery(api.rectifications.savedFilters.queryOptions({ input: {} }))
  const refresh = () => cache.invalidateQueries({ queryKey: api.rectifications.savedFilters.key() })
  const save = useMutation(
    api.rectifications.saveFilter.mutationOptions({ meta: { showsFailure: true }, onSuccess: refresh }),
  )
  const forget = useMutation(api.rectifications.forgetFilter.mutationOptions({ onSuccess: refresh }))
  const problem =
    describeFields(save.error, t).name ?? (attempts > 0 && name.trim() === '' ? t('errors.required') : undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts((before) => before + 1)
    if (name.trim() === '' || save.isPending) return
    save.mutate(
      { name: name.trim(), params, isDefault: false },
      {
        onSuccess(one) {
          notify({ tone: 'done', text: t('taskViews.saved.done', { name: one.name }) })
          setName('')
          setAttempts(0)
        },
      },
    )
  }

  function beginWith({ name, params }: SavedFilter, isDefault: boolean) {
    save.mutate({ name, params, isDefault })
  }

  function drop({ uid, name }: SavedFilter) {
    forget.mutate(
      { uid },
      { onSuccess: () => notify({ tone: 'done', text: t('taskViews.saved.forgotten', { name }) }) },
    )
  }

  return (
    <Dialog open width={520} title={t('taskViews.saved.title')} onCancel={onClose} footer={null}>
      {saved.error && <Failure error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.data?.length === 0 && <p className="muted">{t('taskViews.saved.none')}</p>}
      <ul className={styles.saved}>
        {saved.data?.map((one) => (
          <li key={one.uid}>
            <Button
              type="link"
              className={styles.name ?? ''}
              aria-label={t('taskViews.saved.apply', { name: one.name })}
              onClick={() => onApply(one.params)}
            >
              {one.name}
            </Button>
            <Radio checked={one.isDefault} onClick={() => beginWith(one, !one.isDefault)}>
              {t('taskViews.saved.isDefault')}
            </Radio>
            <Button
              type="text"
              size="small"
              aria-label={t('taskViews.saved.forget', { name: one.name })}
              onClick={() => drop(one)}
            >
              {t('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form noValidate className={styles.form} onSubmit={submit}>
        {Boolean(save.error) && problem === undefined && <Failure error={save.error} />}
        <Field label={t('taskViews.saved.name')} error={problem}>
          {(field) => (
            <Input
              {...field}
              autoFocus
              maxLength={30}
              value={name}
              placeholder={t('taskViews.saved.nameHint')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('taskViews.saved.save')}
        </Button>
      </form>
      <p className="faint">{t('taskViews.saved.note')}</p>
    </Dialog>
  )
}
