import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { CameraDialog } from './CameraDialog.tsx'
import { Photo } from './Photo.tsx'
import styles from './Photos.module.css'
import { useAddPhotos } from './use-add-photos.ts'
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

/** Photos of the item: from the camera, a file, a drop or the clipboard. Where they are forbidden, says why. */
export function Photos({ round, item, hashes, takenAt, isReadOnly, isCameraOpen, onCamera }: PhotosProps) {
  const t = useTranslate()
  const file = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { add, isSending } = useAddPhotos(hashes, (photos) => round.actions.describe(item.id, { photos }))
  const mayAdd = item.photo_on_fail && !isReadOnly

  useEffect(() => {
    if (!mayAdd) return
    const onPaste = (event: Event) => {
      const pictures = [...((event as unknown as ClipboardEvent).clipboardData?.files ?? [])]
      if (pictures.length > 0) add(pictures)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  })

  if (!item.photo_on_fail && hashes.length === 0) {
    return isReadOnly ? null : <p className={styles.forbidden}>{t('patrols.photos.forbidden')}</p>
  }
  if (isReadOnly && hashes.length === 0) return null

  function onDrop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }

  return (
    <div>
      <div className={styles.photos}>
        {hashes.map((hash) => (
          <Photo
            key={hash}
            hash={hash}
            takenAt={takenAt}
            {...(!isReadOnly && {
              onRemove: () => round.actions.describe(item.id, { photos: hashes.filter((one) => one !== hash) }),
            })}
          />
        ))}
        {isSending && <div className={styles.place}>{t('patrols.photos.sending')}</div>}
        {mayAdd && (
          <>
            <button
              type="button"
              className={styles.place}
              data-over={isOver || undefined}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(true)
              }}
              onDragLeave={() => setOver(false)}
              onDrop={onDrop}
              onClick={() => file.current?.click()}
            >
              {t('patrols.photos.pasteOrDrop')}
              <Kbd keys="Ctrl+V" />
            </button>
            <button type="button" className={styles.place} onClick={() => onCamera(true)}>
              {t('patrols.photos.take')}
              <Kbd keys="P" />
            </button>
          </>
        )}
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('patrols.photos.choose')}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {isCameraOpen && mayAdd && (
        <CameraDialog
          onPicture={(picture) => add([picture])}
          onChooseFile={() => file.current?.click()}
          onClose={() => onCamera(false)}
        />
      )}
    </div>
  )
}
