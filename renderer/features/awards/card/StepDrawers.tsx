import { Input } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../../shared/domain/business-day.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useCommands } from '../../../app/use-commands.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { pointsText } from '../award-words.ts'
import { PeopleSelect } from '../PeopleSelect.tsx'
import type { AwardPartProps } from './AwardPage.tsx'
import { Candidates } from './Candidates.tsx'

type DrawerProps = AwardPartProps & { onClose: () => void }

/** Nobody the award is about, and not the nominator, is offered. */
export function ReviewersDrawer({ card, actions, onClose }: DrawerProps) {
  const t = useTranslate()
  const { award, reviewers, reviewersNeeded } = card
  const start = reviewers.map(({ person }) => person.uid)
  const [chosen, setChosen] = useState<string[]>(start)
  const act = award.state === 'nominated' ? actions.startReview : actions.setReviewers
  const involved = [award.nominator, award.nominee.person, ...award.nominee.members].flatMap((one) => one?.uid ?? [])
  return (
    <FormDrawer
      isOpen
      title={t(award.state === 'nominated' ? 'awardViews.act.startReview' : 'awardViews.act.setReviewers')}
      isDirty={chosen.join() !== start.join()}
      isSaving={act.isPending}
      error={act.error ?? undefined}
      onSave={() => act.mutate({ uid: award.uid, basedOn: award.revision, reviewers: chosen }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field
        label={t('awardViews.reviewers')}
        help={t('awardViews.reviewersHelp', { count: reviewersNeeded })}
        error={describeFields(act.error, t).reviewers}
      >
        {(ids) => <PeopleSelect {...ids} autoFocus isMany without={involved} value={chosen} onChange={setChosen} />}
      </Field>
    </FormDrawer>
  )
}

/** Says the last day of the notice before it begins; a tie is decided here, with a reason. */
export function PubliciseDrawer({ card, words, actions, onClose }: DrawerProps) {
  const t = useTranslate()
  const { today } = useSignedIn()
  const { award, sum } = card
  const [tieReason, setReason] = useState('')
  const days = words.kindOf(award.kind)?.publicityDays ?? 0
  const { publicise } = actions
  const hasField = sum !== null && sum.ties.length > 0
  const save = () =>
    publicise.mutate(
      { uid: award.uid, basedOn: award.revision, tieReason: tieReason.trim() || null },
      { onSuccess: onClose },
    )
  // Without a field nothing inside the form hears the key that its button names.
  useCommands(
    hasField
      ? []
      : [
          {
            ...{ id: 'award-publicise', key: 'awardViews.act.publicise', shortcut: 'Ctrl+Enter' },
            ...{ isKeyOnly: true, inDialogs: true, run: save },
          },
        ],
  )
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.act.publicise')}
      isDirty={tieReason !== ''}
      isSaving={publicise.isPending}
      error={publicise.error ?? undefined}
      saveLabel={t('awardViews.act.publicise')}
      onSave={save}
      onClose={onClose}
    >
      {sum && <p>{t('awardViews.sumIs', { points: pointsText(sum.sum) })}</p>}
      <p>
        {days === 0
          ? t('awardViews.noticeNone')
          : t('awardViews.noticeRuns', { from: today, until: addDays(today, days), count: days })}
      </p>
      <Candidates award={award} words={words} />
      {hasField && (
        <Field
          label={t('awardViews.tieReason')}
          help={t('awardViews.tieWith', { others: sum.ties.map(({ no }) => no ?? '').join(t('awards.listJoin')) })}
          error={describeFields(publicise.error, t).tieReason}
        >
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={300}
              value={tieReason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}

/** The decision of a higher level: its reference and its day. */
export function GrantDrawer({ card: { award }, words, actions, onClose }: DrawerProps) {
  const t = useTranslate()
  const [reference, setReference] = useState('')
  const [decidedOn, setDay] = useState<string | null>(null)
  const { grant } = actions
  const wrong = describeFields(grant.error, t)
  const offices = words.kindOf(award.kind)?.approvedBy.map(words.text).join(t('awards.listJoin')) ?? ''
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.act.grant')}
      isDirty={reference !== '' || decidedOn !== null}
      isSaving={grant.isPending}
      error={grant.error ?? undefined}
      saveLabel={t('awardViews.act.grant')}
      onSave={() =>
        grant.mutate(
          { uid: award.uid, basedOn: award.revision, reference: reference.trim() || null, decidedOn },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p>{t('awardViews.decidedBy', { offices })}</p>
      <Field label={t('awardViews.reference')} error={wrong.reference}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            autoComplete="off"
            maxLength={80}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('awardViews.decidedOn')} error={wrong.decidedOn}>
        {(ids) => <DayField {...ids} value={decidedOn} onChange={setDay} />}
      </Field>
    </FormDrawer>
  )
}

/** What stood before stays in the trail. */
export function CorrectDrawer({ card: { award }, actions, onClose }: DrawerProps) {
  const t = useTranslate()
  const [reason, setReason] = useState(award.reason)
  const [why, setWhy] = useState('')
  const { correct } = actions
  const wrong = describeFields(correct.error, t)
  return (
    <FormDrawer
      isOpen
      title={t('awardViews.act.correct')}
      isDirty={reason !== award.reason || why !== ''}
      isSaving={correct.isPending}
      error={correct.error ?? undefined}
      onSave={() => correct.mutate({ uid: award.uid, basedOn: award.revision, reason, why }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('awardViews.form.reason')} error={wrong.reason}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            rows={3}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('awardViews.why')} error={wrong.why}>
        {(ids) => <Input {...ids} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
    </FormDrawer>
  )
}
