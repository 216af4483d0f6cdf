import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useClient } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './Audit.module.css'

/** What only a checkpoint from outside shows: a cut tail, a whole rewrite. And the way to take one along. */
export function CompareBar() {
  const t = useTranslate()
  const { audit } = useClient()
  const [against, setAgainst] = useState('')
  const compare = useMutation({
    mutationFn: () => audit.compare({ against: against.trim() }),
    meta: { showsFailure: true },
  })
  const copy = useMutation({
    mutationFn: async () => navigator.clipboard.writeText((await audit.checkpoint({})).note),
    onSuccess: () => notify({ tone: 'done', text: t('common.copied'), more: t('audit.compare.note') }),
  })
  const found = compare.data
  return (
    <form
      className={styles.compare}
      onSubmit={(event) => {
        event.preventDefault()
        if (against.trim() !== '') compare.mutate()
      }}
    >
      <Input.TextArea
        rows={1}
        value={against}
        maxLength={2000}
        aria-label={t('audit.compare.label')}
        placeholder={t('audit.compare.hint')}
        onChange={(event) => setAgainst(event.target.value)}
      />
      <Button htmlType="submit" loading={compare.isPending}>
        {t('audit.compare.run')}
      </Button>
      <Button onClick={() => copy.mutate()}>{t('audit.compare.copy')}</Button>
      {compare.isError && <Failure error={compare.error} />}
      {found && (
        <span role="status">
          <StatusTag tone={found.ok ? 'pine' : 'red'}>
            {t(found.ok ? 'audit.verdict.good' : 'audit.verdict.bad')}
          </StatusTag>{' '}
          {t(`audit.compare.verdict.${found.verdict}`, {
            count: found.entries,
            broken: found.brokenAt ?? 0,
            kept: found.keptSize ?? 0,
          })}
        </span>
      )}
    </form>
  )
}
