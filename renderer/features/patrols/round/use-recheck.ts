import { useMutation } from '@tanstack/react-query'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { notify } from '../../../ui/toast-store.ts'
import { showRound } from '../use-open-round.ts'

/** Opens a round of what failed or was not seen, and goes there. */
export function useRecheck(): { run: (uid: string) => void; isPending: boolean } {
  const t = useTranslate()
  const { mutate, isPending } = useMutation(useApi().patrols.recheck.mutationOptions())
  return {
    isPending,
    run: (uid) =>
      mutate(
        { uid },
        {
          onSuccess(opened) {
            notify({ tone: 'done', text: t('patrols.done.rechecked') })
            showRound(opened.uid)
          },
        },
      ),
  }
}
