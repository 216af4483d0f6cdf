import type { Answer } from '../../../../shared/contract/patrols.ts'
import { useTranslate } from '../../../app/use-translate.ts'

/** What stood before a correction of a round that was handed in, and why it was changed. */
export function CorrectionLine({ answer }: { answer: Answer | undefined }) {
  const t = useTranslate()
  if (!answer?.correction) return null
  const { before, reason } = answer.correction
  if (before === answer.value) return <p>{t('patrols.item.correctedSame', { reason })}</p>
  return (
    <p>
      {t('patrols.item.corrected', {
        answer: t(`patrols.answersFull.${answer.value}`),
        before: before ? t(`patrols.answersFull.${before}`) : t('patrols.item.correctedNone'),
        reason,
      })}
    </p>
  )
}
