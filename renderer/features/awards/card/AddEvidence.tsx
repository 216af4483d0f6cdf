import { Input, Select } from 'antd'
import { useState } from 'react'
import type { EvidenceRecord, EvidenceSubject } from '../../../../shared/contract/award-evidence.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { describeFields } from '../../../services/describe-error.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import styles from '../Awards.module.css'
import { EvidencePicker } from '../evidence/EvidencePicker.tsx'
import type { AwardPartProps } from './AwardPage.tsx'
import { figureText } from './evidence-figure.ts'

/** Whose records, beside the members of a team; no person has them. */
const EVERYBODY = 'everybody'
const OUTLET = 'outlet'

/** Records of the nominee, of a team those of its members, in the period to pick from; below, what the console does not know is typed. */
export function AddEvidence(props: AwardPartProps & { criterion: string; onClose: () => void }) {
  const t = useTranslate()
  const { card, words, actions, criterion, onClose } = props
  const { award } = card
  const of = words.kindOf(award.kind)?.criteria.find(({ id }) => id === criterion)
  const sources = of?.sources ?? []
  const blank = { source: sources[0] ?? '', words: '', figure: '', unit: '', on: award.to }
  const [draft, setDraft] = useState(blank)
  const { person, members } = award.nominee
  const [member, setMember] = useState(members.length > 0 ? EVERYBODY : OUTLET)
  const whose = person?.uid ?? member
  const subject: EvidenceSubject =
    whose === OUTLET
      ? { kind: 'outlet' }
      : whose === EVERYBODY
        ? { kind: 'team', staffUids: members.map(({ uid }) => uid) }
        : { kind: 'person', staffUid: whose }
  const { addEvidence } = actions
  const wrong = describeFields(addEvidence.error, t)
  const change = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part })
  const linked = new Set(
    card.evidence.filter((one) => one.criterion === criterion).flatMap(({ record }) => record?.uid ?? []),
  )

  /** One after the other; what fails says so and leaves the rest to be ticked again. */
  async function link(records: readonly EvidenceRecord[]) {
    for (const { source, record, on, figure } of records) {
      await addEvidence.mutateAsync({
        ...{ uid: award.uid, criterion, source, record, words: null, on },
        ...{ figure: figureText(figure) || null, unit: null },
      })
    }
  }

  return (
    <FormDrawer
      isOpen
      title={`${t('awardViews.evidence.add')} · ${of ? words.text(of) : ''}`}
      width={680}
      isDirty={draft.words !== ''}
      isSaving={addEvidence.isPending}
      error={addEvidence.error ?? undefined}
      saveLabel={t('awardViews.evidence.addTyped')}
      onSave={() =>
        addEvidence.mutate(
          {
            ...{ uid: award.uid, criterion, source: draft.source, record: null, on: draft.on },
            ...{ words: draft.words, figure: draft.figure || null, unit: draft.unit || null },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      {members.length > 0 && (
        <Field label={t('awardViews.evidence.whose')}>
          {(ids) => (
            <Select
              {...ids}
              value={member}
              options={[
                { value: EVERYBODY, label: t('awardViews.evidence.ofMembers') },
                ...members.map(({ uid, name }) => ({ value: uid, label: name })),
                { value: OUTLET, label: t('awardViews.evidence.ofOutlet') },
              ]}
              onChange={setMember}
            />
          )}
        </Field>
      )}
      <EvidencePicker
        subject={subject}
        from={award.from}
        to={award.to}
        sources={sources}
        linked={linked}
        isAdding={addEvidence.isPending}
        onAdd={(records) => void link(records).catch(() => undefined)}
      />
      <h3 className={styles.heading}>{t('awardViews.evidence.typeIt')}</h3>
      <Field label={t('awardViews.evidence.source')} error={wrong.criterion}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.source}
            options={sources.map((value) => ({ value, label: words.source(value) }))}
            onChange={(source: string) => change({ source })}
          />
        )}
      </Field>
      <Field label={t('awardViews.evidence.words')} help={t('awardViews.evidence.wordsHelp')} error={wrong.words}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={300}
            value={draft.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.triple}>
        <Field label={t('awardViews.evidence.figure')} isOptional error={wrong.figure}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={20}
              value={draft.figure}
              onChange={(event) => change({ figure: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('awardViews.evidence.unit')} isOptional error={wrong.unit}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={20}
              value={draft.unit}
              onChange={(event) => change({ unit: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('awardViews.evidence.on')} error={wrong.on}>
          {(ids) => <DayField {...ids} value={draft.on} onChange={(on) => change({ on: on ?? award.to })} />}
        </Field>
      </div>
    </FormDrawer>
  )
}
