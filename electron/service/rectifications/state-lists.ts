import type { TaskState } from '../../../shared/contract/rectifications.ts'
import { OPEN_STATES, UNFIXED_STATES } from '../../../shared/domain/task-states.ts'

/** States as SQL lists them: `state IN (${OPEN})`. */
export const quoted = (states: readonly TaskState[]): string => states.map((state) => `'${state}'`).join(', ')

export const OPEN = quoted(OPEN_STATES)
export const UNFIXED = quoted(UNFIXED_STATES)
