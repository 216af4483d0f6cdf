import type { QueryClient } from '@tanstack/react-query'
import { invalidateFeature } from '../services/query-client.ts'

/** Screens that show records of other features. */
const SHOWN_IN: Record<string, readonly string[]> = {
  patrols: ['today'],
  rectifications: ['today', 'spreadChecks', 'complaintClocks'],
  devices: ['today'],
  meetings: ['today'],
  moods: ['today'],
  accountability: ['today'],
  notices: ['today'],
  awards: ['today'],
  thanks: ['today', 'meetings', 'awardEvidence'],
  praises: ['meetings', 'awardEvidence'],
  calendar: ['today', 'patrols', 'devices'],
  checklists: ['demonstration'],
}
/** What shows which step runs; a step changes every minute or two. */
const STEP_QUERIES = ['meetings.read', 'meetings.wall', 'meetings.running']
/** An answer a second comes in while two people walk; the figures on other screens follow more slowly. */
const FIGURES_PAUSE_MS = 2_000

/** Fetches anew what a change touches, and no more: an answer of a round refreshes only who looks at that round. */
export function createRefresher(cache: QueryClient): (feature: string, ids: readonly string[]) => void {
  let isDue = false

  function refreshFiguresSoon(): void {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      void invalidateFeature(cache, 'today')
      void cache.invalidateQueries({ queryKey: [['patrols', 'day']] })
    }, FIGURES_PAUSE_MS)
  }

  return (feature, ids) => {
    if (feature === 'patrol-answers') {
      void cache.invalidateQueries({ predicate: ({ queryKey }) => isProgressOf(queryKey, ids) })
      refreshFiguresSoon()
      return
    }
    if (feature === 'meeting-steps') {
      void cache.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey, STEP_QUERIES) })
      return
    }
    void invalidateFeature(cache, feature)
    for (const other of SHOWN_IN[feature] ?? []) void invalidateFeature(cache, other)
  }
}

function isOf([path]: readonly unknown[], names: readonly string[]): boolean {
  return Array.isArray(path) && names.includes(path.join('.'))
}

function isProgressOf([path, details]: readonly unknown[], ids: readonly string[]): boolean {
  if (!Array.isArray(path) || path.join('.') !== 'patrols.progress') return false
  const { uid } = (details as { input?: { uid?: string } } | undefined)?.input ?? {}
  return uid === undefined || ids.includes(uid)
}
