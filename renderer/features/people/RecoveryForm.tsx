import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { seatStore } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './ChangePinForm.module.css'

const SECOND_MS = 1_000

/** The printed code gives the head a one-time PIN and the next sheet. */
export function RecoveryForm({ onBack }: { onBack: () => void }) {
  const t = useTranslate()
  const [code, setCode] = useState('')
  const now = useNow(SECOND_MS)
  const recover = useMutation(
    useApi().people.recover.mutationOptions({
      meta: { showsFailure: true },
      onSuccess(result) {
        if (result.outcome === 'refused') return
        seatStore.setState({ newHead: { ...result.head, recoveryCode: result.recoveryCode } })
      },
    }),
  )
  const retryAt = recover.data?.outcome === 'refused' ? recover.data.retryAt : null
  const seconds = retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / SECOND_MS))
  const refused = recover.data?.outcome === 'refused' ? t('people.recovery.refused') : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.trim() !== '' && seconds === 0 && !recover.isPending) recover.mutate({ code })
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h1>{t('people.recovery.title')}</h1>
      {recover.isError && <Failure error={recover.error} />}
      <Field
        label={t('people.recovery.code')}
        help={t('people.recovery.codeHint')}
        error={seconds > 0 ? t('people.recovery.wait', { seconds }) : refused}
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            value={code}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.foot}>
        <Button onClick={onBack}>{t('common.back')}</Button>
        <Button type="primary" htmlType="submit" loading={recover.isPending} disabled={seconds > 0}>
          {t('people.recovery.use')}
        </Button>
      </div>
    </form>
  )
}
