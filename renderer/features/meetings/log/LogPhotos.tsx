import type { Meeting } from '../../../../shared/contract/meetings.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { PhotoField } from '../../../ui/photos/PhotoField.tsx'
import type { PhotoList } from '../../../ui/photos/use-photo-list.ts'

/** Of the meeting itself. */
export function LogPhotos({ meeting, list }: { meeting: Meeting; list: PhotoList }) {
  const t = useTranslate()
  const mayAdd = meeting.may.write
  if (!mayAdd && meeting.photos.length === 0) return null
  return (
    <Panel title={t('meetings.run.photos')} isPadded>
      <PhotoField list={list} mayAdd={mayAdd} isReadOnly={!mayAdd} />
    </Panel>
  )
}
