import { Button } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { usePhotoUrl } from '../../ui/photos/use-photo-url.ts'
import { useStorePhoto } from '../../ui/photos/use-store-photo.ts'
import { notify } from '../../ui/toast-store.ts'
import styles from './Checklists.module.css'

/** The picture of how it should look, by the hash of its bytes. */
export function PictureField({
  hash,
  itemName,
  onChange,
}: {
  hash: string | undefined
  itemName: string
  onChange: (hash: string | undefined) => void
}) {
  const t = useTranslate()
  const chooser = useRef<HTMLInputElement>(null)
  const store = useStorePhoto()
  const [isStoring, setStoring] = useState(false)

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setStoring(true)
    const stored = await store(chosen)
    setStoring(false)
    if (stored === 'unusable') notify({ tone: 'failed', text: t('checklists.editor.pictureUnreadable') })
    else if (stored !== 'failed') onChange(stored.hash)
  }

  return (
    <div className={styles.picture}>
      {hash && <StoredPicture hash={hash} alt={t('checklists.editor.pictureAlt', { item: itemName })} />}
      <div className={styles.pictureActions}>
        <input ref={chooser} type="file" accept="image/*" hidden onChange={(event) => void choose(event)} />
        <Button loading={isStoring} onClick={() => chooser.current?.click()}>
          {t(hash ? 'checklists.editor.changePicture' : 'checklists.editor.choosePicture')}
        </Button>
        {hash && (
          <Button type="text" onClick={() => onChange(undefined)}>
            {t('common.remove')}
          </Button>
        )}
      </div>
    </div>
  )
}

export function StoredPicture({ hash, alt }: { hash: string; alt: string }) {
  const { url } = usePhotoUrl(hash)
  return url ? <img src={url} alt={alt} /> : null
}
