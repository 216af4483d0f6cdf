import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import { formsOfDay, formsOfText } from '../../../shared/domain/story-figures.ts'

/** Every figure that the award and the records behind it hold, whatever a text says. */
export function knownFigures(
  { award, evidence }: AwardCard,
  records: Iterable<EvidenceRecord>,
  names: readonly string[],
): Set<string> {
  const known = new Set([...formsOfDay(award.from), ...formsOfDay(award.to), ...formsOfText(award.reason)])
  const add = (forms: readonly string[]) => {
    for (const form of forms) known.add(form)
  }
  if (award.no) add(formsOfText(award.no))
  for (const name of names) add(formsOfText(name))
  add([`N:${evidence.length}`, `N:${evidence.filter(({ record }) => record === null).length}`])
  for (const { record, on, words, figure, unit } of evidence) {
    if (record !== null) continue
    add([...formsOfDay(on), ...formsOfText(words ?? ''), ...formsOfText(`${figure ?? ''}${unit ?? ''}`)])
  }
  for (const record of records) add(figuresOfRecord(record))
  return known
}

/** As a sentence may say them: days, numbers, and shares to one place. */
export function figuresOfRecord({ on, no, words, name, figure }: EvidenceRecord): string[] {
  const forms = [...formsOfDay(on), ...formsOfText(`${no ?? ''} ${words ?? ''} ${name?.zh ?? ''}`)]
  if (figure === null) return forms
  const { unit, value, part, of } = figure
  for (const number of [part, of, unit === 'rate' ? null : value]) if (number !== null) forms.push(`N:${number}`)
  if (unit === 'rate' && value !== null) forms.push(...formsOfText(formatRate(value)))
  return forms
}
