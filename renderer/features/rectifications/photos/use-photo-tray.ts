import { useMutation } from '@tanstack/react-query'
import { type ClipboardEvent, useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { shrinkPhoto } from './shrink-photo.ts'

export const MOST_PHOTOS = 9

/** Photos being attached: each is shrunk here and stored at once, and travels on by its hash. */
export function usePhotoTray(hashes: readonly string[], onChange: (hashes: string[]) => void) {
  const t = useTranslate()
  const put = useMutation(useApi().attachments.put.mutationOptions())
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<string>()

  async function add(files: readonly File[]) {
    const pictures = files.slice(0, MOST_PHOTOS - hashes.length)
    setProblem(pictures.length < files.length ? t('rectifications.photos.tooMany', { count: MOST_PHOTOS }) : undefined)
    setSending((count) => count + pictures.length)
    const stored: string[] = []
    for (const file of pictures) {
      const hash = await store(file)
      if (hash) stored.push(hash)
      setSending((count) => count - 1)
    }
    onChange([...new Set([...hashes, ...stored])])
  }

  async function store(file: File): Promise<string | undefined> {
    const photo = await shrinkPhoto(file).catch(() => undefined)
    if (!photo) {
      setProblem(t('rectifications.photos.notAPhoto', { name: file.name }))
      return undefined
    }
    const answer = await put.mutateAsync({ file: photo }).catch(() => undefined)
    return answer?.hash
  }

  function paste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void add(files)
  }

  return { add, paste, sending, problem, remove: (hash: string) => onChange(hashes.filter((one) => one !== hash)) }
}

export type PhotoTray = ReturnType<typeof usePhotoTray>
