import { useMutation } from '@tanstack/react-query'
import type { Praise } from '../../../shared/contract/praises.ts'
import { formatShortDay } from '../../app/formats.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { notify } from '../../ui/toast-store.ts'
import { RestingOnCard, WordCard } from '../../ui/WordCard.tsx'

/** Whom it praises first, then the words, then where it comes from. */
export function PraiseTile({ praise }: { praise: Praise }) {
  const t = useTranslate()
  const language = useLanguage()
  const withdraw = useMutation(useApi().praises.withdraw.mutationOptions())
  const { uid, on, channel, words, people, enteredBy, mayWithdraw, withdrawn } = praise
  const names = people.map(({ name }) => name)
  const source = { channel: t(`praises.channels.${channel}`), on: formatShortDay(on, language), name: enteredBy.name }
  return (
    <WordCard
      head={
        <>
          {names.length > 0 && <Avatar name={names[0] ?? ''} size={28} />}
          <strong>{names.length > 0 ? names.join(t('awards.listJoin')) : t('praises.whole')}</strong>
        </>
      }
      words={words}
      withdrawn={withdrawn && t('praises.withdrawnBy', { name: withdrawn.by, reason: withdrawn.reason })}
      foot={
        <>
          <span>{t('praises.enteredBy', source)}</span>
          {mayWithdraw && (
            <RestingOnCard>
              <ConfirmWithReason
                isQuiet
                label={t('praises.withdraw')}
                title={t('praises.withdrawTitle')}
                text={t('praises.withdrawText')}
                reasonLabel={t('praises.withdrawReason')}
                isBusy={withdraw.isPending}
                onConfirm={(reason) =>
                  withdraw.mutate(
                    { uid, reason },
                    { onSuccess: () => notify({ tone: 'done', text: t('praises.withdrawnDone') }) },
                  )
                }
              />
            </RestingOnCard>
          )}
        </>
      }
    />
  )
}
