import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import styles from './Checklists.module.css'
import { shrinkPicture } from './shrink-picture.ts'

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
  const { attachments } = useApi()
  const chooser = useRef<HTMLInputElement>(null)
  const put = useMutation(attachments.put.mutationOptions())
  const [isShrinking, setShrinking] = useState(false)

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setShrinking(true)
    try {
      put.mutate({ file: await shrinkPicture(chosen) }, { onSuccess: (saved) => onChange(saved.hash) })
    } catch {
      notify({ tone: 'failed', text: t('checklists.editor.pictureUnreadable') })
    } finally {
      setShrinking(false)
    }
  }

  return (
    <div className={styles.picture}>
      {hash && <StoredPicture hash={hash} alt={t('checklists.editor.pictureAlt', { item: itemName })} />}
      <div className={styles.pictureActions}>
        <input ref={chooser} type="file" accept="image/*" hidden onChange={(event) => void choose(event)} />
        <Button loading={isShrinking || put.isPending} onClick={() => chooser.current?.click()}>
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
  const { data } = useQuery(useApi().attachments.read.queryOptions({ input: { hash } }))
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!(data?.file instanceof Blob)) return
    const made = URL.createObjectURL(data.file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return url ? <img src={url} alt={alt} /> : null
}
