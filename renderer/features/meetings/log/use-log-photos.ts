import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useApi } from '../../../services/use-client.ts'
import { type PhotoList, usePhotoList } from '../../../ui/photos/use-photo-list.ts'

/** The photos of a log; `arriving` is what a signature waits for: photos on their way, and their names into the log. */
export function useLogPhotos({ meeting, photos }: Meeting): {
  list: PhotoList
  arriving: Pick<PhotoList, 'sending' | 'isWhole'>
} {
  const api = useApi()
  const cache = useQueryClient()
  const key = api.meetings.read.queryKey({ input: { meeting: meeting.uid } })
  const save = useMutation({
    ...api.meetings.setPhotos.mutationOptions({
      onSuccess: (_done, sent) => cache.setQueryData(key, (before) => before && { ...before, photos: sent.photos }),
    }),
    // One after the other: each sends the whole list, so the last one sent must be the last to arrive.
    scope: { id: `meeting-photos/${meeting.uid}` },
  })
  // What was sent last stands until a reading that knows of it.
  const known = save.isPending ? save.variables.photos : (cache.getQueryData(key)?.photos ?? photos)
  const list = usePhotoList(known, (hashes) => save.mutate({ meeting: meeting.uid, photos: hashes }))
  return {
    list,
    arriving: { sending: list.sending + Number(save.isPending), isWhole: list.isWhole && !save.isError },
  }
}
