import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from '../Settings.module.css'

/** By passphrase, or by the recovery key that was printed once. */
export function UnlockForm() {
  const t = useTranslate()
  const [byRecovery, setByRecovery] = useState(false)
  const [secret, setSecret] = useState('')
  const unlock = useMutation(useApi().vault.unlock.mutationOptions({ meta: { showsFailure: true } }))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (secret === '' || unlock.isPending) return
    unlock.mutate(byRecovery ? { recoveryKey: secret } : { passphrase: secret }, {
      onSuccess: () => notify({ tone: 'done', text: t('vault.unlocked') }),
    })
  }

  return (
    <form className={styles.secret} noValidate onSubmit={submit}>
      {unlock.isError && <Failure error={unlock.error} />}
      <Field label={t(byRecovery ? 'vault.recoveryKey' : 'vault.passphrase')} help={t('vault.unlockHelp')}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoFocus
            autoComplete="off"
            maxLength={200}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.secretFoot}>
        <Button
          type="text"
          onClick={() => {
            setByRecovery(!byRecovery)
            setSecret('')
            unlock.reset()
          }}
        >
          {t(byRecovery ? 'vault.byPassphrase' : 'vault.byRecovery')}
        </Button>
        <Button type="primary" htmlType="submit" loading={unlock.isPending}>
          {t('vault.unlock')}
        </Button>
      </div>
    </form>
  )
}
