import { useMutation } from '@tanstack/react-query'
import type { Backup } from '../../../shared/contract/backups.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi, useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { useWatched } from './use-watched.ts'

interface Wish extends Pick<Backup, 'id' | 'place'> {
  key?: string
}

/** Restores, and offers to take that back by one click for as long as the notice stands; the page offers it longer. */
export function useRestore() {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const client = useClient()
  const watched = useWatched()
  const restore = useMutation({
    ...useApi().backups.restore.mutationOptions({ meta: { showsFailure: true } }),
    mutationFn: (wish: Wish) => {
      const { watchId, signal } = watched.begin()
      return client.backups.restore({ ...wish, watchId }, { signal })
    },
    onSettled: watched.end,
  })

  async function run(wish: Wish): Promise<void> {
    const { restoredTo, undoId, lostPhotos } = await restore.mutateAsync(wish)
    const time = formatInstant(restoredTo, zone)
    const text =
      lostPhotos > 0 ? t('backups.restore.doneLost', { time, count: lostPhotos }) : t('backups.restore.done', { time })
    notify({ tone: 'done', text, undo: () => void undo(undoId).catch(() => undefined) })
  }

  async function undo(undoId: string): Promise<void> {
    await restore.mutateAsync({ id: undoId, place: 'here' })
    notify({ tone: 'done', text: t('backups.restore.undone') })
  }

  return {
    run,
    undo,
    progress: watched.progress,
    cancel: watched.cancel,
    error: restore.error,
    isBusy: restore.isPending,
  }
}
