import type { Database } from 'better-sqlite3'
import { type EventRow, listEvents } from './rectification-repository.ts'

const UNFIXED: readonly string[] = ['found', 'assigned', 'doing', 'reopened']

/** The fault as it was seen the last time, or as found where nobody took a photo of it when it came back. */
export function beforePhotosOf(events: readonly EventRow[]): string[] {
  const again = returnPhotosOf(events)
  if (again.length > 0) return again
  const first = events.findIndex(({ to_state }) => to_state === 'reopened')
  return shownIn(first === -1 ? events : events.slice(0, first))
}

/** The fault as it came back the last time. */
export function returnPhotosOf(events: readonly EventRow[]): string[] {
  const back = events.findLastIndex(isReturn)
  return back === -1 ? [] : shownIn(events.slice(back))
}

/** Photos of a round come after the answer that opens the task, or brings it back; each addition holds them all. */
function shownIn(events: readonly EventRow[]): string[] {
  return parsePhotos(events.findLast((event, index) => index === 0 || isAddition(event))?.photos ?? null)
}

/** Of a fault that came back, what was shown before then proves nothing any more. */
export function afterPhotosOf(events: readonly EventRow[]): string[] {
  return everyAfterPhotoOf(events.slice(events.findLastIndex(isReturn) + 1))
}

/** Of every fix, also of those that did not keep the fault away. */
export function everyAfterPhotoOf(events: readonly EventRow[]): string[] {
  return [
    ...new Set(
      events
        .filter(({ to_state }) => to_state === 'submitted' || to_state === 'closed')
        .flatMap(({ photos }) => parsePhotos(photos)),
    ),
  ]
}

/** Whether photos are those already shown, in whatever order. */
export function areShown(photos: readonly string[], shown: readonly string[]): boolean {
  return photos.length === shown.length && photos.every((hash) => shown.includes(hash))
}

/** Hashes of the photos before and after the fix of one task. */
export function photosOfTask(database: Database, taskId: number): { before: string[]; after: string[] } {
  const events = listEvents(database, taskId)
  return { before: beforePhotosOf(events), after: afterPhotosOf(events) }
}

export function parsePhotos(photos: string | null): string[] {
  return photos ? (JSON.parse(photos) as string[]) : []
}

/** Came back, and that was no mistake which a correction took back. */
function isReturn({ from_state, to_state }: EventRow, index: number, events: readonly EventRow[]): boolean {
  if (to_state !== 'reopened' || from_state === 'reopened') return false
  const next = events.slice(index + 1).find((event) => event.from_state === 'reopened' && event.to_state !== 'reopened')
  return next?.rule !== 'corrected'
}

/** An act or a reminder leaves the state as well, and holds no photos. */
function isAddition({ from_state, to_state, rule }: EventRow): boolean {
  return rule === null && from_state === to_state && UNFIXED.includes(to_state)
}
