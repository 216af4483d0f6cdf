import { useEffect } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { PhotoField } from '../../../ui/photos/PhotoField.tsx'
import { usePhotoList } from '../../../ui/photos/use-photo-list.ts'
import styles from './ItemPanel.module.css'
import type { Round } from './use-round.ts'

interface PhotosProps {
  round: Round
  item: ChecklistItem
  hashes: readonly string[]
  takenAt: number | undefined
  isReadOnly: boolean
  isCameraOpen: boolean
  onCamera: (isOpen: boolean) => void
}

/** Photos of the item. Where they are forbidden, says why. */
export function Photos({ round, item, hashes, takenAt, isReadOnly, isCameraOpen, onCamera }: PhotosProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const list = usePhotoList(hashes, (photos) => round.actions.describe(item.id, { photos }))
  const mayAdd = item.photo_on_fail && !isReadOnly

  useEffect(() => {
    if (!mayAdd) return
    window.addEventListener('paste', list.paste)
    return () => window.removeEventListener('paste', list.paste)
  })

  if (!item.photo_on_fail && hashes.length === 0) {
    return isReadOnly ? null : <p className={styles.forbidden}>{t('patrols.photos.forbidden')}</p>
  }
  if (isReadOnly && hashes.length === 0) return null
  return (
    <PhotoField
      list={list}
      mayAdd={mayAdd}
      isReadOnly={isReadOnly}
      labelOf={() => t('patrols.photos.photoOf', { time: takenAt === undefined ? '' : formatTime(takenAt, zone) })}
      camera={{ isOpen: isCameraOpen, onChange: onCamera }}
    />
  )
}
