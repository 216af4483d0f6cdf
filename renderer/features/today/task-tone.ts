import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** Red only where somebody must act. */
export function taskTone({ severity }: Pick<Rectification, 'severity'>): Tone {
  return ({ minor: 'neutral', major: 'amber', critical: 'red' } as const)[severity]
}
