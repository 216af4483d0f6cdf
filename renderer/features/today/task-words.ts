import { SEVERITIES } from '../../../shared/contract/checklists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** Overdue first, then by severity, then by what is due sooner. */
export function byWeight(tasks: readonly Rectification[]): Rectification[] {
  const weight = ({ severity }: Rectification) => SEVERITIES.indexOf(severity)
  return [...tasks].sort(
    (a, b) => weight(b) - weight(a) || Number(b.isOverdue) - Number(a.isOverdue) || a.dueAt - b.dueAt,
  )
}

/** Red only where somebody must act. */
export function taskTone({ severity }: Pick<Rectification, 'severity'>): Tone {
  return ({ minor: 'neutral', major: 'amber', critical: 'red' } as const)[severity]
}
