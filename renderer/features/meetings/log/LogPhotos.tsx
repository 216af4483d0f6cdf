import { useMutation } from '@tanstack/react-query'
import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { PhotoField } from '../../../ui/photos/PhotoField.tsx'
import { usePhotoList } from '../../../ui/photos/use-photo-list.ts'

/** Of the meeting itself. */
export function LogPhotos({ meeting }: { meeting: Meeting }) {
  const t = useTranslate()
  const save = useMutation(useApi().meetings.setPhotos.mutationOptions())
  const list = usePhotoList(meeting.photos, (photos) => save.mutate({ meeting: meeting.meeting.uid, photos }))
  const mayAdd = meeting.may.write
  if (!mayAdd && meeting.photos.length === 0) return null
  return (
    <Panel title={t('meetings.run.photos')} isPadded>
      <PhotoField list={list} mayAdd={mayAdd} isReadOnly={!mayAdd} />
    </Panel>
  )
}
