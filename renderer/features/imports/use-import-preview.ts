import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import { useClient } from '../../services/use-client.ts'
import type { Decisions } from './decisions.ts'
import { newReadingId, useReading } from './use-reading.ts'

const PAUSE_MS = 350

/** Which part of the table and of the problems is looked at. */
export interface ImportView {
  rowsFrom: number
  /** The page that holds this row, whatever `rowsFrom` says. */
  aroundRow?: number
  onlyProblems: boolean
  problemsFrom: number
}

/** The plan for the file as decided so far; made anew shortly after a decision. */
export function useImportPreview(file: File, kind: ImportKind, decisions: Decisions, view: ImportView) {
  const client = useClient()
  const settled = useSettled(decisions)
  const [readingId] = useState(newReadingId)
  const query = useQuery({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, kind, settled, view],
    queryFn: ({ signal }) =>
      client.imports.previewFile(
        { kind, file, fileName: file.name, decisions: settled, readingId, problems: 'to-decide', ...view },
        { signal },
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  })
  const preview = query.data?.kind === kind ? query.data : undefined
  const progress = useReading(readingId, query.isFetching)
  const isChecking = query.isFetching || settled !== decisions
  return { preview, error: query.error, isChecking, progress, retry: query.refetch }
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
