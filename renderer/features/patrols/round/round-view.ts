import { useStore } from 'zustand'
import { type Filter, type RoundBook, sectionsOf } from './round-book.ts'
import type { Round } from './use-round.ts'

/** `/`, F and C: pressing one again shows everything. */
export function toggleFilter(round: Round, book: RoundBook, filter: Filter): void {
  const next = round.store.getState().filter === filter ? 'all' : filter
  round.store.setState({ filter: next })
  if (next === 'all') return
  const shown = sectionsOf(book, next, undefined, () => false).flatMap(({ items }) => items)
  if (!shown.some(({ id }) => id === round.store.getState().cursor)) round.actions.moveTo(shown[0]?.id)
}

export function useCursor(round: Round): string | undefined {
  return useStore(round.store, (state) => state.cursor)
}
