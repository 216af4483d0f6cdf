import { useMutation } from '@tanstack/react-query'
import type { ThanksCard } from '../../../shared/contract/thanks.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'

/** Giving, taking back within minutes, withdrawing later. */
export function useThanksActions() {
  const t = useTranslate()
  const api = useApi()
  const give = useMutation(api.thanks.give.mutationOptions({ meta: { showsFailure: true } }))
  const undo = useMutation(api.thanks.undo.mutationOptions())
  const withdraw = useMutation(api.thanks.withdraw.mutationOptions())

  const takeBack = (uid: string) =>
    undo.mutate({ uid }, { onSuccess: () => notify({ tone: 'done', text: t('thanks.undone') }) })

  return {
    give: {
      isPending: give.isPending,
      error: give.error,
      run: (card: Parameters<typeof give.mutate>[0], onDone: () => void) =>
        give.mutate(card, {
          onSuccess({ uid, to, isPrivate }: ThanksCard) {
            const text = t(isPrivate ? 'thanks.givenPrivate' : 'thanks.given', { name: to.name })
            notify({ tone: 'done', text, undo: () => takeBack(uid) })
            onDone()
          },
        }),
    },
    undo: { isPending: undo.isPending, run: takeBack },
    withdraw: {
      isPending: withdraw.isPending,
      run: (uid: string, reason: string) =>
        withdraw.mutate(
          { uid, reason },
          { onSuccess: () => notify({ tone: 'done', text: t('thanks.withdrawnDone') }) },
        ),
    },
  }
}
