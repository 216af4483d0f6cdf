import type { Reading } from '../../../../shared/contract/checklists.ts'
import { limitsOf } from '../../../../shared/domain/reading-limits.ts'
import type { Language } from '../../../../shared/messages/language.ts'
import type { Translate } from '../../../../shared/messages/message-key.ts'
import { textIn } from '../../../../shared/messages/text-in.ts'

export interface ReadingWords {
  label: string
  unit: string
  /** What may pass. */
  limits: string
}

export function readingWords(
  reading: Reading,
  parameters: Record<string, number>,
  language: Language,
  t: Translate,
): ReadingWords {
  const unit = textIn({ zh: reading.unit_zh, en: reading.unit_en }, language)
  const label = textIn({ zh: reading.label_zh, en: reading.label_en }, language)
  return {
    label: label.charAt(0).toUpperCase() + label.slice(1),
    unit,
    limits: limitWords(limitsOf(reading, parameters), unit, t),
  }
}

function limitWords({ min, max }: { min?: number; max?: number }, unit: string, t: Translate): string {
  if (min !== undefined && max !== undefined) return t('patrols.item.limitBetween', { min, max, unit })
  if (min !== undefined) return t('patrols.item.limitMin', { min, unit })
  if (max !== undefined) return t('patrols.item.limitMax', { max, unit })
  return t('patrols.item.limitNone', { unit })
}

/** A typed number, with the comma that a Chinese keyboard gives; null where nothing is typed, NaN where it is none. */
export function parseReading(text: string): number | null {
  return text.trim() === '' ? null : Number(text.replace(/[,\uFF0C]/, '.'))
}
