import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import { useClient } from '../../services/use-client.ts'
import type { Decisions } from './decisions.ts'

const PAUSE_MS = 350

/** The plan for the file as decided so far; made anew shortly after a decision. */
export function useImportPreview(file: File, kind: ImportKind, decisions: Decisions) {
  const client = useClient()
  const settled = useSettled(decisions)
  const query = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, kind, settled],
    queryFn: ({ signal }) =>
      client.imports.previewFile({ kind, file, fileName: file.name, decisions: settled }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  })
  const preview = query.data?.kind === kind ? query.data : undefined
  return { preview, error: query.error, isChecking: query.isFetching || settled !== decisions, retry: query.refetch }
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
