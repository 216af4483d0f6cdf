import type { ReportFigure } from '../../../shared/contract/reports.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'

/** As the document writes it: `87.5%`, `76.4 分`; an empty period says so, and what nobody has typed yet. */
export function formatFigure({ value, unit, source }: Omit<ReportFigure, 'id' | 'label'>, t: Translate): string {
  if (value === null) return t(source.to === 'typed' ? 'reportScreen.notTyped' : 'reportScreen.none')
  if (unit === 'rate') return formatRate(value)
  const text = Number.isInteger(value) ? String(value) : value.toFixed(1)
  return unit === 'count' ? text : `${text} ${t(`reportScreen.units.${unit}`)}`
}

/** `2026-11` → `2026年11月` / `November 2026`. */
export function monthName(month: string, language: string): string {
  const formatter = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return formatter.format(Date.parse(`${month}-01T00:00:00Z`))
}
