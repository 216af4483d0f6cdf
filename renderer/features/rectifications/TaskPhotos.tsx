import { useEffect, useRef } from 'react'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Photo } from '../../ui/photos/Photo.tsx'
import styles from './TaskCard.module.css'

/** Before and after, side by side; brought into sight while a fix is checked. */
export function TaskPhotos({ card, isChecked = false }: { card: RectificationCard; isChecked?: boolean }) {
  const t = useTranslate()
  const photos = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChecked) photos.current?.scrollIntoView({ block: 'start' })
  }, [isChecked])
  const { beforePhotos, afterPhotos, photoAllowed } = card
  if (!photoAllowed) return <p className="faint">{t('rectifications.card.photosOff')}</p>
  if (beforePhotos.length + afterPhotos.length === 0) return null
  return (
    <div ref={photos} className={styles.photos}>
      <Side title={t('rectifications.card.before')} hashes={beforePhotos} empty={t('rectifications.card.noBefore')} />
      <Side title={t('rectifications.card.after')} hashes={afterPhotos} empty={t('rectifications.card.noAfter')} />
    </div>
  )
}

function Side({ title, hashes, empty }: { title: string; hashes: readonly string[]; empty: string }) {
  const t = useTranslate()
  return (
    <div>
      <h3>{title}</h3>
      {hashes.length === 0 ? (
        <div className={styles.noPhoto}>{empty}</div>
      ) : (
        [...new Set(hashes)].map((hash, index) => (
          <Photo key={hash} hash={hash} label={t('rectifications.card.photo', { side: title, count: index + 1 })} />
        ))
      )}
    </div>
  )
}
