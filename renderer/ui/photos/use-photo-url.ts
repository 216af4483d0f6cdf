import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../services/use-client.ts'

/** An address for a stored photo while the component is mounted; it is taken back with it. */
export function usePhotoUrl(hash: string): { url: string | undefined; isGone: boolean } {
  const { data, isError } = useQuery({
    ...useApi().attachments.read.queryOptions({ input: { hash } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [url, setUrl] = useState<string>()
  const file = data?.file

  useEffect(() => {
    if (!(file instanceof Blob)) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])

  return { url, isGone: isError }
}
