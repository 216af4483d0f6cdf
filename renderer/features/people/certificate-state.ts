import { daysBetween } from '../../../shared/domain/business-day.ts'

const WARN_DAYS = 60

export type CertificateState = { kind: 'none' | 'valid' | 'expired' } | { kind: 'soon'; days: number }

export function certificateState(validTo: string | null, today: string): CertificateState {
  if (validTo === null) return { kind: 'none' }
  if (validTo < today) return { kind: 'expired' }
  const days = daysBetween(today, validTo).length - 1
  return days <= WARN_DAYS ? { kind: 'soon', days } : { kind: 'valid' }
}
