import { Button } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import styles from '../Awards.module.css'
import type { AwardPartProps } from './AwardPage.tsx'
import { CorrectDrawer, GrantDrawer, PubliciseDrawer, ReviewersDrawer } from './StepDrawers.tsx'

type Open = 'review' | 'publicise' | 'grant' | 'correct'

/** The next step first; what ends an award last and in red. */
export function ActionBar(props: AwardPartProps & { onEdit: () => void }) {
  const t = useTranslate()
  const [open, setOpen] = useState<Open>()
  const { card, words, actions, may } = props
  const { uid, revision: basedOn } = card.award
  const close = () => setOpen(undefined)
  const isDecidedOutside = words.kindOf(card.award.kind)?.isDecidedOutside ?? false
  return (
    <div className={styles.actions}>
      {may('nominate') && (
        <Button
          type="primary"
          disabled={card.evidence.length === 0}
          loading={actions.nominate.isPending}
          onClick={() => actions.nominate.mutate({ uid, basedOn })}
        >
          {t('awardViews.act.nominate')}
        </Button>
      )}
      {may('edit') && <Button onClick={props.onEdit}>{t('common.edit')}</Button>}
      {may('start-review') && (
        <Button type="primary" onClick={() => setOpen('review')}>
          {t('awardViews.act.startReview')}
        </Button>
      )}
      {may('publicise') && (
        <Button type="primary" onClick={() => setOpen('publicise')}>
          {t('awardViews.act.publicise')}
        </Button>
      )}
      {may('set-reviewers') && <Button onClick={() => setOpen('review')}>{t('awardViews.act.setReviewers')}</Button>}
      {may('grant') && (
        <Button
          type="primary"
          loading={actions.grant.isPending}
          onClick={() => (isDecidedOutside ? setOpen('grant') : actions.grant.mutate({ uid, basedOn }))}
        >
          {t('awardViews.act.grant')}
        </Button>
      )}
      {may('correct') && <Button onClick={() => setOpen('correct')}>{t('awardViews.act.correct')}</Button>}
      {may('withdraw') && card.award.state === 'draft' && (
        <Button danger onClick={() => actions.withdraw.mutate({ uid, basedOn, reason: '' })}>
          {t('awardViews.act.drop')}
        </Button>
      )}
      {may('withdraw') && card.award.state !== 'draft' && (
        <ConfirmWithReason
          label={t('awardViews.act.withdraw')}
          title={t('awardViews.act.withdrawTitle')}
          text={t('awardViews.act.withdrawText')}
          reasonLabel={t('awardViews.reason')}
          isBusy={actions.withdraw.isPending}
          onConfirm={(reason) => actions.withdraw.mutate({ uid, basedOn, reason })}
        />
      )}
      {may('revoke') && (
        <ConfirmWithReason
          label={t('awardViews.act.revoke')}
          title={t('awardViews.act.revokeTitle')}
          text={t('awardViews.act.revokeText')}
          reasonLabel={t('awardViews.reason')}
          isBusy={actions.revoke.isPending}
          onConfirm={(reason) => actions.revoke.mutate({ uid, basedOn, reason })}
        />
      )}
      {open === 'review' && <ReviewersDrawer {...props} onClose={close} />}
      {open === 'publicise' && <PubliciseDrawer {...props} onClose={close} />}
      {open === 'grant' && <GrantDrawer {...props} onClose={close} />}
      {open === 'correct' && <CorrectDrawer {...props} onClose={close} />}
    </div>
  )
}
