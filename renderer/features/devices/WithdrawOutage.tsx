import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Outage } from '../../../shared/contract/devices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Field } from '../../ui/Field.tsx'
import { notify } from '../../ui/toast-store.ts'

/** It never was: asks why, and says that the record stays. */
export function WithdrawOutage({ outage, onDone }: { outage: Outage; onDone: () => void }) {
  const t = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const withdraw = useMutation(useApi().devices.withdrawOutage.mutationOptions())

  function confirm() {
    if (reason.trim() === '') return setMissing(true)
    withdraw.mutate(
      { uid: outage.uid, basedOn: outage.revision, reason: reason.trim() },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('devices.outage.withdrawn') })
          onDone()
        },
      },
    )
  }

  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('devices.outage.withdraw')}
      </Button>
      <ConfirmDanger
        isOpen={isAsking}
        title={t('devices.outage.withdrawTitle')}
        text={
          <>
            <p>{t('devices.outage.withdrawText')}</p>
            <Field
              label={t('devices.outage.withdrawReason')}
              error={isMissing && reason.trim() === '' ? t('errors.required') : undefined}
            >
              {(ids) => (
                <Input
                  {...ids}
                  autoComplete="off"
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </>
        }
        confirmLabel={t('devices.outage.withdraw')}
        isBusy={withdraw.isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
