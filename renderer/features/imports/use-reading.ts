import { useQuery } from '@tanstack/react-query'
import type { ReadingProgress } from '../../../shared/contract/imports.ts'
import { useApi } from '../../services/use-client.ts'

const ASK_MS = 300

export function newReadingId(): string {
  return `${Date.now()}-${Math.random().toString(36).slice(2)}`
}

/** How far the call is that was given this id; undefined as long as there is nothing to say. */
export function useReading(readingId: string, isUnderWay: boolean): ReadingProgress | undefined {
  const options = useApi().imports.reading.queryOptions({ input: { readingId } })
  const { data } = useQuery({ ...options, enabled: isUnderWay, refetchInterval: ASK_MS, gcTime: 0, retry: false })
  return isUnderWay ? (data ?? undefined) : undefined
}
