import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'

/** By severity, then overdue first, then by what is due sooner. */
export function byWeight(tasks: readonly Rectification[]): Rectification[] {
  const weight = ({ severity }: Rectification) => SEVERITIES.indexOf(severity)
  return [...tasks].sort(
    (a, b) => weight(b) - weight(a) || Number(b.isOverdue) - Number(a.isOverdue) || a.dueAt - b.dueAt,
  )
}
