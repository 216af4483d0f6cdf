import type { Problem } from './problem.ts'

export type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string

/** The sentence a person reads; a missing column is called by the name the wizard gives it. */
export function problemText(problem: Problem, translate: Translate): string {
  const { field } = problem
  const column = problem.column ?? (field === undefined ? '' : translate(`imports.column.${field}`, {}))
  return translate(problem.messageKey, { column, ...problem.params })
}
