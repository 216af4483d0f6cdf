import { useMutation } from '@tanstack/react-query'
import { joinSentences } from '../../../shared/messages/join-sentences.ts'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeError } from '../../services/describe-error.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { formatSize } from './backup-words.ts'
import { useWatched } from './use-watched.ts'

/** Backs up now, says how far it is and what came of it. */
export function useMakeBackup() {
  const t = useTranslate()
  const client = useClient()
  const watched = useWatched()
  const make = useMutation({
    ...useApi().backups.make.mutationOptions({ meta: { showsFailure: true } }),
    mutationFn: (input: { passphrase?: string }) => {
      const { watchId, signal } = watched.begin()
      return client.backups.make({ ...input, watchId }, { signal })
    },
  })

  function run(input: { passphrase?: string } = {}) {
    if (make.isPending) return
    make.mutate(input, {
      onSuccess({ backup, delivered, deliveryFailure }) {
        const size = formatSize(backup.bytes)
        if (deliveryFailure !== null) {
          const reason = t(`errors.${deliveryFailure}` as MessageKey)
          notify({ tone: 'failed', text: t('backups.madeHereOnly', { reason }) })
        } else notify({ tone: 'done', text: t(delivered ? 'backups.madeBoth' : 'backups.made', { size }) })
      },
      onError(error) {
        if (watched.wasCancelled()) return void notify({ tone: 'note', text: t('backups.cancelled') })
        const { what, safe, next } = describeError(error, t)
        notify({ tone: 'failed', text: what, more: joinSentences(safe, next) })
      },
      onSettled: watched.end,
    })
  }

  return { run, cancel: watched.cancel, progress: watched.progress, isBusy: make.isPending }
}
