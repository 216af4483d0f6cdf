import { useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import styles from './Photo.module.css'
import { Photo } from './Photo.tsx'
import { MOST_PHOTOS, type PhotoTray } from './use-photo-tray.ts'

/** What is attached, and a place to drop more. Pasting is heard by the form around it: `onPaste={tray.paste}`. */
export function PhotoTrayField({ hashes, tray }: { hashes: readonly string[]; tray: PhotoTray }) {
  const t = useTranslate()
  const [isOver, setOver] = useState(false)
  return (
    <div>
      <div className={styles.tray}>
        {hashes.map((hash, index) => (
          <div key={hash} className={styles.slot}>
            <Photo hash={hash} label={t('rectifications.photos.attached', { count: index + 1 })} />
            <button
              type="button"
              className={styles.remove}
              aria-label={t('rectifications.photos.remove', { count: index + 1 })}
              onClick={() => tray.remove(hash)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </div>
        ))}
        {hashes.length < MOST_PHOTOS && (
          <label
            className={styles.add}
            data-over={isOver || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault()
              setOver(false)
              void tray.add([...event.dataTransfer.files])
            }}
          >
            {t(tray.sending > 0 ? 'rectifications.photos.sending' : 'rectifications.photos.add')}
            <input
              type="file"
              className="visually-hidden"
              accept="image/jpeg,image/png,image/webp"
              multiple
              onChange={(event) => {
                void tray.add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </label>
        )}
      </div>
      {tray.problem && (
        <div className={styles.problem} role="alert">
          {tray.problem}
        </div>
      )}
    </div>
  )
}
