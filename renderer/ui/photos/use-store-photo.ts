import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../services/use-client.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** The hash of what was stored; `unusable` for what is no picture, `failed` where the service refused (said by itself). */
export type Stored = { hash: string } | 'unusable' | 'failed'

/** Photos are shrunk here and stored at once; they travel on by their hash. */
export function useStorePhoto(): (picture: Blob) => Promise<Stored> {
  const put = useMutation(useApi().attachments.put.mutationOptions())
  return async (picture) => {
    const small = await shrinkPhoto(picture).catch(() => undefined)
    if (!small) return 'unusable'
    return put.mutateAsync({ file: small }).catch(() => 'failed' as const)
  }
}
