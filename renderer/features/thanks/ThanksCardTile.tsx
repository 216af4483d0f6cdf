import { Button } from 'antd'
import type { ThanksBox, ThanksCard } from '../../../shared/contract/thanks.ts'
import { formatShortDay } from '../../app/formats.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { RestingOnCard, WordCard } from '../../ui/WordCard.tsx'
import { useThanksActions } from './use-thanks-actions.ts'
import { useThanksWords } from './use-thanks-options.ts'

/** One card: whom and what for first, who gave it below; of one's own, from whom. */
export function ThanksCardTile({ card, box }: { card: ThanksCard; box: ThanksBox }) {
  const t = useTranslate()
  const language = useLanguage()
  const words = useThanksWords()
  const { undo, withdraw } = useThanksActions()
  const { uid, from, to, isPrivate, on, value, undoUntil, mayWithdraw, withdrawn } = card
  const isGiven = box === 'given'
  const mayTakeBack = undoUntil === null && mayWithdraw && (isGiven || !isPrivate)
  const { name } = box === 'received' ? from : to
  const takeBack = (
    <ConfirmWithReason
      isQuiet
      label={t('thanks.withdraw')}
      title={t('thanks.withdrawTitle')}
      text={t('thanks.withdrawText')}
      reasonLabel={t('thanks.withdrawReason')}
      isBusy={withdraw.isPending}
      onConfirm={(reason) => withdraw.run(uid, reason)}
    />
  )
  return (
    <WordCard
      head={
        <>
          <Avatar name={name} size={28} />
          <strong>{name}</strong>
          <StatusTag tone="pine">{words.value(value)}</StatusTag>
          {isPrivate && <StatusTag>{t('thanks.private')}</StatusTag>}
        </>
      }
      words={card.words}
      withdrawn={withdrawn && t('thanks.withdrawnBy', { name: withdrawn.by, reason: withdrawn.reason })}
      foot={
        <>
          <span>
            {box === 'received'
              ? formatShortDay(on, language)
              : t('thanks.from', { name: from.name, on: formatShortDay(on, language) })}
          </span>
          {undoUntil !== null && (
            <Button size="small" type="text" loading={undo.isPending} onClick={() => undo.run(uid)}>
              {t('thanks.undo')}
            </Button>
          )}
          {mayTakeBack && (isGiven ? takeBack : <RestingOnCard>{takeBack}</RestingOnCard>)}
        </>
      }
    />
  )
}
