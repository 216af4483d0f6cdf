import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Overlay } from '../../../ui/Overlay.tsx'
import styles from './Photos.module.css'

interface PhotoProps {
  hash: string
  takenAt: number | undefined
  onRemove?: () => void
}

export function Photo({ hash, takenAt, onRemove }: PhotoProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const [isLarge, setLarge] = useState(false)
  const url = usePhotoUrl(hash)
  const label = t('patrols.photos.photoOf', { time: takenAt === undefined ? '' : formatTime(takenAt, zone) })
  return (
    <div className={styles.photo}>
      <button type="button" title={t('patrols.photos.view')} onClick={() => setLarge(true)}>
        {url && <img src={url} alt={label} />}
      </button>
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={t('patrols.photos.remove')} onClick={onRemove}>
          <span aria-hidden="true">×</span>
        </button>
      )}
      {isLarge && url && (
        <Overlay label={label} width={960} onClose={() => setLarge(false)}>
          <img className={styles.large} src={url} alt={label} />
        </Overlay>
      )}
    </div>
  )
}

/** The address lives as long as the picture is shown; the bytes stay in the cache. */
function usePhotoUrl(hash: string): string | undefined {
  const { data } = useQuery({
    ...useApi().attachments.read.queryOptions({ input: { hash } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data.file as Blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return url
}
