export const PROBLEM_KINDS = [
  'header-not-found',
  'missing-column',
  'number-lost-leading-zeros',
  'duplicate-person',
  'duplicate-staff-number',
  'same-name',
  'missing-name',
  'missing-post',
  'unknown-post',
  'impossible-date',
  'unreadable-date',
  'missing-date',
  'total-row-ignored',
  'repeated-header-ignored',
  'sample-row-ignored',
  'row-not-understood',
  'missing-severity',
  'unknown-severity',
  'unknown-person',
  'several-people',
  'unknown-zone',
  'missing-text',
  'done-before-found',
  'duplicate-task',
  'unknown-item',
  'missing-item',
  'unknown-round',
  'missing-round',
  'unknown-answer',
  'missing-answer',
  'duplicate-answer',
  'missing-device',
  'missing-device-number',
  'known-device',
  'duplicate-device',
  'unknown-device-kind',
  'unknown-device-zone',
  'off-before-installed',
  'unreadable-hours',
  'cell-error',
  'left-out',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

const WORD_KINDS: readonly ProblemKind[] = ['unknown-person', 'unknown-item', 'unknown-post']

/** Decided once for all rows under the words. */
export function isWordProblem(kind: ProblemKind): boolean {
  return WORD_KINDS.includes(kind)
}

export interface Problem {
  /** File row, 1-based. */
  readonly row: number
  /** Header of the column as the file has it. Absent: the whole row is meant. */
  readonly column?: string
  readonly field?: string
  readonly kind: ProblemKind
  /** `imports.problem.<kind>` in the message files, filled with `params`. */
  readonly messageKey: string
  readonly params?: Readonly<Record<string, string | number>>
  /** The earlier row this one repeats. */
  readonly of?: number
  /** What the wizard proposes in the cell. */
  readonly fix?: string
  /** The row is left out until this is fixed or decided. */
  readonly blocking: boolean
}

/** A row that will not be saved; `left-out` by the user himself, else for the problem named. */
export interface SkippedRow {
  readonly row: number
  readonly reason: ProblemKind
}

export interface ProblemDetail {
  column?: string | undefined
  field?: string | undefined
  params?: Readonly<Record<string, string | number>> | undefined
  of?: number | undefined
  fix?: string | undefined
  blocking?: boolean | undefined
}

export function problem(row: number, kind: ProblemKind, detail: ProblemDetail = {}): Problem {
  const { blocking = false, ...rest } = detail
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { row, kind, messageKey: `imports.problem.${kind}`, blocking, ...given }
}
