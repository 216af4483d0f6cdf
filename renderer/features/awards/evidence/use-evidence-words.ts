import { useMemo } from 'react'
import type { EvidenceFigure, EvidenceRecord } from '../../../../shared/contract/award-evidence.ts'
import { formatRate } from '../../../../shared/domain/rate-text.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useAwardWords } from '../use-award-words.ts'

/** Facts in a sentence of the reader's language; what is missing is a dash. */
export function useEvidenceWords() {
  const t = useTranslate()
  const words = useAwardWords()
  return useMemo(
    () => ({
      ...words,
      sentence({ fact, no, round, name, words: written, by, figure, source }: EvidenceRecord): string {
        return t(`awardEvidence.facts.${fact}`, {
          no: no ?? '—',
          round: round ? t(`checklists.round.${round}`) : '—',
          name: name ? words.text(name) : '—',
          words: written ?? '—',
          by: by ?? '—',
          part: figure?.part ?? '—',
          of: figure?.of ?? '—',
          value: figure?.value ?? '—',
          source: words.source(source),
          figure: periodFigure(figure),
        })
      },
    }),
    [t, words],
  )
}

/** `98.1% (51/52)`, `7`. */
export function periodFigure(figure: EvidenceFigure | null): string {
  if (!figure || figure.value === null) return '—'
  const { unit, value, part, of } = figure
  if (unit !== 'rate') return String(value)
  return part === null || of === null
    ? formatRate(value)
    : `${formatRate(value)} (${Math.round(part)}/${Math.round(of)})`
}
