import type { Severity } from '../../shared/contract/checklists.ts'
import type { Tone } from '../ui/StatusTag.tsx'

/** Red only where somebody must act. */
export const SEVERITY_TONES: Record<Severity, Tone> = { minor: 'neutral', major: 'amber', critical: 'red' }
