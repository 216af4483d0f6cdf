import { useEffect, useState } from 'react'
import type { PhotoList } from './use-photo-list.ts'

/**
 * Saving asked for while photos are on their way goes by itself once they are stored; where one could not be stored,
 * nothing is saved without it, and the person sees why.
 */
export function useSaveWithPhotos({ sending, isWhole }: Pick<PhotoList, 'sending' | 'isWhole'>, save: () => void) {
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => {
    if (!isWaiting || sending > 0) return
    setWaiting(false)
    if (isWhole) save()
  })
  return { isWaiting, save: () => (sending > 0 ? setWaiting(true) : save()) }
}
