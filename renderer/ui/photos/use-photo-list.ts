import { useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useStorePhoto } from './use-store-photo.ts'

export const MOST_PHOTOS = 9

type Pasted = Pick<ClipboardEvent, 'clipboardData' | 'preventDefault'>

/**
 * Photos being attached, from a camera, a file, a drop or the clipboard; `onChange` gets the whole list of hashes.
 * `isWhole`: everything added at once, or while others were on their way, was stored.
 */
export function usePhotoList(hashes: readonly string[], onChange: (hashes: string[]) => void) {
  const t = useTranslate()
  const store = useStorePhoto()
  const latest = useRef({ hashes, onChange })
  latest.current = { hashes, onChange }
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<string>()
  const [isWhole, setWhole] = useState(true)
  const underWay = useRef(0)

  async function storeAll(files: readonly Blob[]): Promise<void> {
    const pictures = files.slice(0, Math.max(0, MOST_PHOTOS - latest.current.hashes.length))
    setProblem(pictures.length < files.length ? t('common.photos.tooMany', { count: MOST_PHOTOS }) : undefined)
    const isAlone = underWay.current === 0
    setWhole((before) => (isAlone || before) && pictures.length === files.length)
    underWay.current += pictures.length
    setSending(underWay.current)
    const added: string[] = []
    for (const picture of pictures) {
      const stored = await store(picture)
      if (stored === 'unusable') {
        setProblem(t('common.photos.notAPhoto', { name: picture instanceof File ? picture.name : '' }))
      } else if (stored !== 'failed') added.push(stored.hash)
      underWay.current--
      setSending(underWay.current)
    }
    if (added.length < pictures.length) setWhole(false)
    if (added.length > 0) latest.current.onChange([...new Set([...latest.current.hashes, ...added])])
  }

  function add(files: readonly Blob[]): void {
    if (files.length > 0) void storeAll(files)
  }

  function paste(event: Pasted): void {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    add(files)
  }

  const remove = (hash: string) => onChange(hashes.filter((one) => one !== hash))
  return { hashes, add, paste, remove, sending, problem, isWhole }
}

export type PhotoList = ReturnType<typeof usePhotoList>
