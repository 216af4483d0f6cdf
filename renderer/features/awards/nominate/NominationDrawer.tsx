import { useMutation } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { AwardCard } from '../../../../shared/contract/award-cards.ts'
import type { Award } from '../../../../shared/contract/awards.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { useApi } from '../../../services/use-client.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { DraftLine } from '../../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../../ui/drafts/use-draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from '../Awards.module.css'
import { figureText } from '../card/evidence-figure.ts'
import { recordKey } from '../evidence/record-key.ts'
import { PeopleSelect } from '../PeopleSelect.tsx'
import { useAwardWords } from '../use-award-words.ts'
import {
  type Brought,
  draftOf,
  fieldsOf,
  kindsFor,
  linkableOf,
  missingOf,
  type NominationDraft,
  withKind,
} from './nomination-draft.ts'
import { RecordsToLink } from './RecordsToLink.tsx'

const NONE: Brought = { whose: undefined, records: [] }

/** Who, for what, in which period. Saved as a draft; evidence comes next, on its own page. */
export function NominationDrawer({
  award,
  prefill,
  brought = NONE,
  onClose,
}: {
  award: Award | undefined
  /** What is known of a new one already. */
  prefill?: Partial<NominationDraft>
  /** Linked with it. */
  brought?: Brought
  onClose: () => void
}) {
  const t = useTranslate()
  const api = useApi().awards
  const { today, person } = useSignedIn()
  const words = useAwardWords()
  const [start] = useState(() => ({ ...draftOf(award, today), ...prefill }))
  const [draft, setDraft] = useState<NominationDraft>(start)
  const [wasSubmitted, setSubmitted] = useState(false)
  const add = useMutation(api.add.mutationOptions({ meta: { showsFailure: true } }))
  const update = useMutation(api.update.mutationOptions({ meta: { showsFailure: true } }))
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const remove = useMutation(api.removeEvidence.mutationOptions())
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start)
  const unfinished = useDraft({
    ...{ id: `award/${award?.uid ?? 'new'}`, value: draft, isDirty, onRestore: setDraft },
    textOf: ({ reason }) => reason,
  })
  const kind = draft.kind === null ? undefined : words.kindOf(draft.kind)
  const error = add.error ?? update.error ?? undefined
  const missing = missingOf(draft, kind?.subject)
  const linkable = linkableOf(brought, draft, kind)
  const linked = linkable
    .filter((record) => !without.has(recordKey(record)))
    .map(({ source, record, figure }) => ({ source, record, figure: figureText(figure) || null }))
  const problems: Record<string, string | undefined> = {
    ...describeFields(error, t),
    ...(wasSubmitted && Object.fromEntries(missing.map((name) => [name, t('errors.required')]))),
  }
  const change = (part: Partial<NominationDraft>) => setDraft({ ...draft, ...part })

  function save() {
    setSubmitted(true)
    if (missing.length > 0 || !kind) return
    const fields = fieldsOf(draft, kind.subject)
    const onSuccess = (card: AwardCard) => {
      unfinished.forget()
      onClose()
      if (award) return
      if (linked.length > 0) tellLinked(card)
      navigate('/awards', { award: card.award.uid })
    }
    if (award) update.mutate({ uid: award.uid, basedOn: award.revision, ...fields }, { onSuccess })
    else add.mutate({ ...fields, records: linked }, { onSuccess })
  }

  /** What was left out is said; all of it is taken back at once. */
  function tellLinked({ award: { uid }, evidence }: AwardCard) {
    const left = linked.length - evidence.length
    const text = t(left > 0 ? 'awardViews.done.linkedPart' : 'awardViews.done.linked', { count: evidence.length, left })
    const undo = () => {
      for (const one of evidence) remove.mutate({ uid, evidence: one.uid })
    }
    notify({ tone: 'done', text, ...(evidence.length > 0 && { undo }) })
  }

  return (
    <FormDrawer
      isOpen
      title={t(award ? 'awardViews.form.editTitle' : 'awardViews.nominate')}
      isDirty={isDirty}
      isSaving={add.isPending || update.isPending}
      error={error}
      saveLabel={t('awardViews.form.save')}
      onSave={save}
      onClose={() => {
        unfinished.forget()
        onClose()
      }}
    >
      <DraftLine offer={unfinished.offer} />
      <Field label={t('awardViews.form.kind')} error={problems.kind} help={kind && words.text(kind.quota)}>
        {(ids) => (
          <Select
            {...ids}
            autoFocus={start.kind === null}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.kind}
            placeholder={t('awardViews.form.kindHint')}
            options={kindsFor(words.rules.data?.kinds ?? [], person.role).map((one) => ({
              value: one.id,
              label: `${words.text(one)} · ${t(`awards.cycle.${one.cycle}`)}`,
            }))}
            onChange={(id: string) => {
              const next = words.kindOf(id)
              if (next) setDraft(withKind(draft, next, today))
            }}
          />
        )}
      </Field>
      {kind?.subject === 'person' && (
        <Field label={t('awardViews.form.person')} error={problems.person ?? problems.nominee}>
          {(ids) => <PeopleSelect {...ids} value={draft.person} onChange={(uid) => change({ person: uid })} />}
        </Field>
      )}
      {kind?.subject === 'team' && (
        <>
          <Field label={t('awardViews.form.team')} error={problems.team}>
            {(ids) => (
              <Input
                {...ids}
                autoComplete="off"
                maxLength={40}
                value={draft.team}
                onChange={(event) => change({ team: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('awardViews.form.members')} error={problems.members}>
            {(ids) => (
              <PeopleSelect {...ids} isMany value={draft.members} onChange={(members) => change({ members })} />
            )}
          </Field>
        </>
      )}
      {kind?.subject === 'outlet' && <p className="muted">{t('awardViews.form.outlet')}</p>}
      <div className={styles.pair}>
        <Field label={t('awardViews.list.from')} error={problems.from}>
          {(ids) => <DayField {...ids} value={draft.from} onChange={(from) => change({ from: from ?? today })} />}
        </Field>
        <Field label={t('awardViews.list.to')} error={problems.to}>
          {(ids) => <DayField {...ids} value={draft.to} onChange={(to) => change({ to: to ?? today })} />}
        </Field>
      </div>
      <Field label={t('awardViews.form.reason')} help={t('awardViews.form.reasonHelp')} error={problems.reason}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus={start.kind !== null}
            rows={3}
            maxLength={300}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      {brought.records.length > 0 && (
        <RecordsToLink records={brought.records} linkable={linkable} without={without} onChange={setWithout} />
      )}
    </FormDrawer>
  )
}
