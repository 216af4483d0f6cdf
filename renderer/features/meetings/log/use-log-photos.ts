import { useMutation } from '@tanstack/react-query'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useApi } from '../../../services/use-client.ts'
import { type PhotoList, usePhotoList } from '../../../ui/photos/use-photo-list.ts'

/** The photos of a log; `arriving` is what a signature waits for: photos on their way, and their names into the log. */
export function useLogPhotos({ meeting, photos }: Meeting): {
  list: PhotoList
  arriving: Pick<PhotoList, 'sending' | 'isWhole'>
} {
  const save = useMutation(useApi().meetings.setPhotos.mutationOptions())
  const list = usePhotoList(photos, (hashes) => save.mutate({ meeting: meeting.uid, photos: hashes }))
  return {
    list,
    arriving: { sending: list.sending + Number(save.isPending), isWhole: list.isWhole && !save.isError },
  }
}
