import type { Answer, Answered } from '../contract/patrols.ts'

/** An answer as it was sent. */
export interface SentAnswer extends Pick<Answer, 'item' | 'value' | 'note' | 'reading' | 'photos'> {
  seenAt?: number
}

/** The saved ones of the answers that were sent, as everybody now sees them. */
export function savedAnswers(
  sent: readonly SentAnswer[],
  { saved, by, enteredAt, seenAt }: Pick<Answered, 'saved' | 'by' | 'enteredAt' | 'seenAt'>,
): Answer[] {
  const standing = new Map(saved.map((one) => [one.item, one]))
  return sent.flatMap((answer) => {
    const one = standing.get(answer.item)
    if (!one) return []
    const { value, reading, photos } = answer
    const note = answer.note?.trim() || null
    return { ...one, value, note, reading, photos, by, enteredAt, seenAt: answer.seenAt ?? seenAt }
  })
}
