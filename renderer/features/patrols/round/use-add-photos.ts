import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { useClient } from '../../../services/use-client.ts'
import { notify } from '../../../ui/toast-store.ts'
import { shrinkPhoto } from '../shrink-photo.ts'

const MOST = 9

/** Shrinks pictures here, stores them, and hands on the whole list of hashes. */
export function useAddPhotos(hashes: readonly string[], onAdded: (hashes: string[]) => void) {
  const t = useTranslate()
  const client = useClient()
  const latest = useRef({ hashes, onAdded })
  latest.current = { hashes, onAdded }

  const store = useMutation({
    mutationFn: async (pictures: readonly Blob[]) => {
      const stored: string[] = []
      for (const picture of pictures) {
        const small = await shrinkPhoto(picture).catch(() => undefined)
        if (small) stored.push((await client.attachments.put({ file: small })).hash)
        else notify({ tone: 'failed', text: t('patrols.photos.notAPhoto') })
      }
      return stored
    },
    onSuccess(stored) {
      if (stored.length > 0) latest.current.onAdded([...new Set([...latest.current.hashes, ...stored])])
    },
  })

  function add(files: readonly Blob[]): void {
    if (files.length === 0) return
    if (latest.current.hashes.length + files.length > MOST) {
      notify({ tone: 'failed', text: t('patrols.photos.tooMany') })
      return
    }
    store.mutate(files)
  }

  return { add, isSending: store.isPending }
}
