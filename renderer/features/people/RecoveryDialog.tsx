import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { closeLayer } from '../../app/layer-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './ChangePinForm.module.css'
import { RecoverySheet } from './RecoverySheet.tsx'

/** The head makes a new recovery sheet; the old one is void then. */
export function RecoveryDialog() {
  const t = useTranslate()
  const [pin, setPin] = useState('')
  const reissue = useMutation(useApi().people.reissueRecovery.mutationOptions({ meta: { showsFailure: true } }))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pin !== '' && !reissue.isPending) reissue.mutate({ pin })
  }

  return (
    <Overlay label={t('people.recovery.reissue')} width={560} isFirm={reissue.isSuccess} onClose={closeLayer}>
      <div className={styles.dialog}>
        {reissue.data ? (
          <RecoverySheet code={reissue.data.recoveryCode} onNoted={closeLayer} />
        ) : (
          <form className={styles.form} noValidate onSubmit={submit}>
            <h1>{t('people.recovery.reissue')}</h1>
            <p className="muted">{t('people.recovery.reissueText')}</p>
            {reissue.isError && <Failure error={reissue.error} />}
            <Field label={t('people.changePin.oldPin')}>
              {(ids) => (
                <Input.Password
                  {...ids}
                  autoFocus
                  value={pin}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={32}
                  visibilityToggle={{ tabIndex: -1 }}
                  onChange={(event) => setPin(event.target.value)}
                />
              )}
            </Field>
            <div className={styles.foot}>
              <Button onClick={closeLayer}>{t('common.cancel')}</Button>
              <Button type="primary" htmlType="submit" loading={reissue.isPending}>
                {t('people.recovery.reissueGo')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Overlay>
  )
}
