import { useMutation } from '@tanstack/react-query'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { notify } from '../../ui/toast-store.ts'

/** Asks why, and says that the record stays. */
export function WithdrawNotice({ uid }: { uid: string }) {
  const t = useTranslate()
  const withdraw = useMutation(useApi().notices.withdraw.mutationOptions())
  const onSuccess = () => notify({ tone: 'done', text: t('notices.card.withdrawn') })
  return (
    <ConfirmWithReason
      label={t('notices.card.withdraw')}
      title={t('notices.card.withdrawTitle')}
      text={t('notices.card.withdrawText')}
      reasonLabel={t('notices.card.reason')}
      isBusy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ uid, reason }, { onSuccess })}
    />
  )
}
