import type { Attendance } from '../../../../shared/contract/meetings.ts'

/** Those not called yet, as they are expected; who was called elsewhere stays as called. */
export function restOf(attendance: readonly Attendance[]) {
  return attendance
    .filter(({ isCalled }) => !isCalled)
    .map(({ person, state, reason, coveredBy }) => ({
      ...{ person: person.uid, state, reason, coveredBy: coveredBy?.uid ?? null },
    }))
}
