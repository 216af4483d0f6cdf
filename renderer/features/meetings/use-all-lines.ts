import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import { MOST_OPEN_LINES } from '../../../shared/contract/meetings.ts'
import { useApi } from '../../services/use-client.ts'

interface AllLines {
  lines: readonly MeetingLine[]
  /** How many are not shown yet. */
  rest: number
  isLoading: boolean
  showMore: () => void
}

/** The first lines as they came, and a hundred more whenever asked; `meeting` null: those open now. */
export function useAllLines(meeting: string | null, first: readonly MeetingLine[], total: number): AllLines {
  const api = useApi()
  const [pages, setPages] = useState(0)
  const more = useQueries({
    queries: Array.from({ length: pages }, (_, index) =>
      api.meetings.moreLines.queryOptions({ input: { meeting, offset: (index + 1) * MOST_OPEN_LINES } }),
    ),
  })
  const lines = pages === 0 ? first : [...first, ...more.flatMap(({ data }) => data ?? [])]
  return {
    lines,
    rest: Math.max(0, total - lines.length),
    isLoading: more.some(({ isFetching, data }) => isFetching && data === undefined),
    // A page that failed comes before the next: what is shown has no gap.
    showMore() {
      const failed = more.filter(({ isError }) => isError)
      if (failed.length === 0) setPages((count) => count + 1)
      for (const page of failed) void page.refetch()
    },
  }
}
