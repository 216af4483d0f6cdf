import { type DragEvent, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Kbd } from '../Kbd.tsx'
import { CameraDialog } from './CameraDialog.tsx'
import { Photo } from './Photo.tsx'
import styles from './Photos.module.css'
import { MOST_PHOTOS, type PhotoList } from './use-photo-list.ts'

interface PhotoFieldProps {
  list: PhotoList
  /** What a photo is called; by default its number. */
  labelOf?: (index: number) => string
  /** Nothing can be taken off. */
  isReadOnly?: boolean
  /** More may be added; by default where it is not read-only. */
  mayAdd?: boolean
  /** With a place for the PC's camera, which a key of the screen may open as well. */
  camera?: { isOpen: boolean; onChange: (isOpen: boolean) => void }
}

/** What is attached, and places to take or drop more. Pasting is heard by the form or page around it: `list.paste`. */
export function PhotoField({ list, labelOf, isReadOnly = false, mayAdd = !isReadOnly, camera }: PhotoFieldProps) {
  const t = useTranslate()
  const chooser = useRef<HTMLInputElement>(null)
  const choose = () => chooser.current?.click()
  return (
    <div>
      <div className={styles.list}>
        {list.hashes.map((hash, index) => (
          <div key={hash} className={styles.slot}>
            <Photo hash={hash} label={labelOf?.(index) ?? t('common.photos.attached', { count: index + 1 })} />
            {!isReadOnly && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('common.photos.remove', { count: index + 1 })}
                onClick={() => list.remove(hash)}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </div>
        ))}
        {mayAdd && list.hashes.length < MOST_PHOTOS && (
          <>
            <DropPlace list={list} onChoose={choose} />
            {camera && (
              <button type="button" className={styles.add} onClick={() => camera.onChange(true)}>
                {t('common.photos.take')}
                <Kbd keys="P" />
              </button>
            )}
          </>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('common.photos.choose')}
        onChange={(event) => {
          list.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {list.problem && (
        <div className={styles.problem} role="alert">
          {list.problem}
        </div>
      )}
      {camera?.isOpen && mayAdd && (
        <CameraDialog
          onPicture={(picture) => list.add([picture])}
          onChooseFile={choose}
          onClose={() => camera.onChange(false)}
        />
      )}
    </div>
  )
}

function DropPlace({ list, onChoose }: { list: PhotoList; onChoose: () => void }) {
  const t = useTranslate()
  const [isOver, setOver] = useState(false)

  function hover(event: DragEvent): void {
    event.preventDefault()
    setOver(true)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    list.add([...event.dataTransfer.files])
  }

  return (
    <button
      type="button"
      className={styles.add}
      data-over={isOver || undefined}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onClick={onChoose}
    >
      {t(list.sending > 0 ? 'common.photos.sending' : 'common.photos.add')}
      <Kbd keys="Ctrl+V" />
    </button>
  )
}
