import type { EvidenceFigure } from '../../../../shared/contract/award-evidence.ts'

const LONGEST = 20

/** A share in percent with its parts, a count as it is; empty where nothing was counted. */
export function figureText(figure: EvidenceFigure | null): string {
  if (!figure || figure.value === null) return ''
  const { unit, value, part, of } = figure
  if (unit !== 'rate') return String(Math.round(value * 10) / 10)
  const percent = `${Math.round(value * 1000) / 10}%`
  const full = part === null || of === null ? percent : `${percent}(${part}/${of})`
  return full.length <= LONGEST ? full : percent
}
