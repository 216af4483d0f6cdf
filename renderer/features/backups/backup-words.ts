import type { BackupHealth } from '../../../shared/contract/backups.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_HOURS = 24
/** Hours are said until there are two whole days. */
const MOST_HOURS = 48

export const TONE_OF: Record<BackupHealth['here']['condition'], Tone> = {
  good: 'pine',
  late: 'amber',
  missing: 'amber',
  broken: 'red',
}

export function ageText(at: number | null, now: number, t: Translate): string {
  if (at === null) return t('backups.age.none')
  const minutes = Math.max(0, Math.floor((now - at) / MINUTE_MS))
  if (minutes < 1) return t('backups.age.now')
  if (minutes < HOUR_MINUTES) return t('backups.age.minutes', { count: minutes })
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (hours < MOST_HOURS) return t('backups.age.hours', { count: hours })
  return t('backups.age.days', { count: Math.floor(hours / DAY_HOURS) })
}

export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000
  if (megabytes >= 1000) return `${(megabytes / 1000).toFixed(1)} GB`
  return megabytes >= 10 ? `${megabytes.toFixed(0)} MB` : `${megabytes.toFixed(1)} MB`
}
