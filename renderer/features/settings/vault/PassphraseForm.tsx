import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useClient } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import styles from '../Settings.module.css'

interface PassphraseFormProps {
  act: 'setUp' | 'changePassphrase'
  /** Then a passphrase may be left out. */
  hasKeychain: boolean
  /** With the recovery key after a set-up. */
  onDone: (recoveryKey: string | undefined) => void
  onCancel?: () => void
}

export function PassphraseForm({ act, hasKeychain, onDone, onCancel }: PassphraseFormProps) {
  const t = useTranslate()
  const client = useClient()
  const [draft, setDraft] = useState({ passphrase: '', repeat: '' })
  const [wasSubmitted, setSubmitted] = useState(false)
  const { passphrase, repeat } = draft
  const save = useMutation({
    meta: { showsFailure: true },
    async mutationFn() {
      if (act === 'changePassphrase') return client.vault.changePassphrase({ passphrase }).then(() => undefined)
      const made = await client.vault.setUp({ passphrase: passphrase === '' ? null : passphrase })
      return made.recoveryKey
    },
    onSuccess: onDone,
  })
  const isDifferent = passphrase !== repeat
  const isMissing = passphrase === '' && !hasKeychain
  const refused = describeFields(save.error, t)

  function submit(event: FormEvent) {
    event.preventDefault()
    setSubmitted(true)
    if (!isDifferent && !isMissing && !save.isPending) save.mutate()
  }

  return (
    <form className={styles.secret} noValidate onSubmit={submit}>
      {save.isError && Object.keys(refused).length === 0 && <Failure error={save.error} />}
      <Field
        label={t('vault.passphrase')}
        isOptional={hasKeychain}
        help={t(hasKeychain ? 'vault.passphraseOptional' : 'vault.passphraseHelp')}
        error={wasSubmitted && isMissing ? t('errors.required') : refused.passphrase}
      >
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            maxLength={200}
            value={passphrase}
            onChange={(event) => setDraft({ ...draft, passphrase: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('vault.repeat')} error={wasSubmitted && isDifferent ? t('vault.different') : undefined}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            maxLength={200}
            value={repeat}
            onChange={(event) => setDraft({ ...draft, repeat: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.secretFoot}>
        {onCancel && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(act === 'setUp' ? 'vault.setUp' : 'common.save')}
        </Button>
      </div>
    </form>
  )
}
