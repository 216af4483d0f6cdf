import { useMutation } from '@tanstack/react-query'
import type { Outage } from '../../../shared/contract/devices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { notify } from '../../ui/toast-store.ts'

/** It never was: asks why, and says that the record stays. */
export function WithdrawOutage({ outage, onDone }: { outage: Outage; onDone: () => void }) {
  const t = useTranslate()
  const withdraw = useMutation(useApi().devices.withdrawOutage.mutationOptions())
  function onSuccess() {
    notify({ tone: 'done', text: t('devices.outage.withdrawn') })
    onDone()
  }
  return (
    <ConfirmWithReason
      label={t('devices.outage.withdraw')}
      title={t('devices.outage.withdrawTitle')}
      text={t('devices.outage.withdrawText')}
      reasonLabel={t('devices.outage.withdrawReason')}
      isBusy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ uid: outage.uid, basedOn: outage.revision, reason }, { onSuccess })}
    />
  )
}
