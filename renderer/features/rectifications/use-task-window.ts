import { useQueries, useQueryClient } from '@tanstack/react-query'
import { startTransition, useCallback, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { TaskFilter } from '../../../shared/contract/rectification-lists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { useApi } from '../../services/use-client.ts'
import { WINDOW_ROWS } from '../../ui/table/use-row-window.ts'

const AT_ONCE = 100
const FRESH_MS = 30_000

export type TaskConditions = z.input<typeof TaskFilter>

/** The rows of a long list that the table needs now, in pieces that the cache keeps. */
export function useTaskWindow(filter: TaskConditions) {
  const api = useApi()
  const cache = useQueryClient()
  const of = JSON.stringify(filter)
  const [place, setPlace] = useState({ of, first: 0 })
  const first = place.of === of ? place.first : 0
  const last = useRef<{ rows: readonly Rectification[]; start: number; total: number }>(undefined)
  const pieces = [...new Set([first, first + WINDOW_ROWS - 1].map((at) => Math.floor(at / AT_ONCE)))]
  const optionsOf = (piece: number) =>
    api.rectifications.list.queryOptions({ input: { ...filter, limit: AT_ONCE, offset: piece * AT_ONCE } })
  const loaded = useQueries({ queries: pieces.map(optionsOf) })
  const stamp = loaded.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when a piece has changed
  const shown = useMemo(() => {
    const [one, next] = loaded.map(({ data }) => data)
    if (!one || (loaded.length > 1 && !next)) return undefined
    const start = (pieces[0] ?? 0) * AT_ONCE
    const rows = [...one.tasks, ...(next?.tasks ?? [])].slice(first - start, first - start + WINDOW_ROWS)
    return { rows, start: first, total: one.total }
  }, [of, first, stamp])
  if (shown) last.current = shown
  const current = shown ?? last.current

  /** Drawn between frames, so that scrolling goes on; the next piece is on its way before it comes into sight. */
  function onMove(to: number) {
    const ahead = Math.floor((to < first ? to - AT_ONCE / 2 : to + WINDOW_ROWS + AT_ONCE / 2) / AT_ONCE)
    if (ahead >= 0 && ahead * AT_ONCE < (current?.total ?? 0)) {
      void cache.prefetchQuery({ ...optionsOf(ahead), staleTime: FRESH_MS })
    }
    startTransition(() => setPlace({ of, first: to }))
  }

  const loads = useRef(loaded)
  loads.current = loaded
  const refetch = useCallback(() => void Promise.all(loads.current.map((load) => load.refetch())), [])

  return {
    rows: current?.rows,
    start: current?.start ?? 0,
    total: current?.total ?? 0,
    of,
    error: loaded.find(({ error }) => error)?.error ?? null,
    isFetching: loaded.some(({ isFetching }) => isFetching),
    refetch,
    onMove,
  }
}
