import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Overlay } from '../Overlay.tsx'
import styles from './Photos.module.css'
import { usePhotoUrl } from './use-photo-url.ts'

/** A stored photo as a small picture that opens large. */
export function Photo({ hash, label }: { hash: string; label: string }) {
  const t = useTranslate()
  const { url, isGone } = usePhotoUrl(hash)
  const [isLarge, setLarge] = useState(false)
  const [isBroken, setBroken] = useState(false)
  if (isGone || isBroken) return <span className={styles.gone}>{t('common.photos.gone')}</span>
  return (
    <>
      <button
        type="button"
        className={styles.thumb}
        title={t('common.photos.view')}
        onClick={() => setLarge(url !== undefined)}
      >
        {url && <img src={url} alt={label} onError={() => setBroken(true)} />}
      </button>
      {isLarge && (
        <Overlay label={label} width={960} onClose={() => setLarge(false)}>
          <img className={styles.large} src={url} alt={label} />
        </Overlay>
      )}
    </>
  )
}
