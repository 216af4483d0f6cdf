import type { Database } from 'better-sqlite3'
import { type EventRow, listEvents } from './rectification-repository.ts'

const UNFIXED: readonly string[] = ['found', 'assigned', 'doing']

/** The fault as found: photos of a round come after the answer that opens the task; each addition holds them all. */
export function beforePhotosOf(events: readonly EventRow[]): string[] {
  const last = events.findLast((event) => event.from_state === null || isAddition(event))
  return parsePhotos(last?.photos ?? null)
}

export function afterPhotosOf(events: readonly EventRow[]): string[] {
  return [
    ...new Set(
      events
        .filter(({ to_state }) => to_state === 'submitted' || to_state === 'closed')
        .flatMap(({ photos }) => parsePhotos(photos)),
    ),
  ]
}

/** Hashes of the photos before and after the fix of one task. */
export function photosOfTask(database: Database, taskId: number): { before: string[]; after: string[] } {
  const events = listEvents(database, taskId)
  return { before: beforePhotosOf(events), after: afterPhotosOf(events) }
}

export function parsePhotos(photos: string | null): string[] {
  return photos ? (JSON.parse(photos) as string[]) : []
}

/** An act or a reminder leaves the state as well, and holds no photos. */
function isAddition({ from_state, to_state, rule }: EventRow): boolean {
  return rule === null && from_state === to_state && UNFIXED.includes(to_state)
}
