import { Input, Segmented } from 'antd'
import { VISITOR_POSTS } from '../../../shared/roles.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import { NameField } from './NameField.tsx'
import type { VisitorDraft } from './visitor-draft.ts'

interface VisitorFieldsProps {
  draft: VisitorDraft
  /** Field → sentence. */
  problems: Record<string, string>
  onChange: (change: Partial<VisitorDraft>) => void
}

export function VisitorFields({ draft, problems, onChange }: VisitorFieldsProps) {
  const t = useTranslate()
  return (
    <>
      <NameField name={draft.name} problem={problems.name} onChange={onChange} />
      <Field label={t('people.visitors.kind')} help={t(`people.visitors.kindHelp.${draft.post}`)}>
        {({ status: _status, ...ids }) => (
          <Segmented
            {...ids}
            value={draft.post}
            options={VISITOR_POSTS.map((post) => ({ value: post, label: t(`posts.${post}`) }))}
            onChange={(post) => onChange({ post })}
          />
        )}
      </Field>
      <Field label={t('people.visitors.unit')} isOptional error={problems.unit}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={60}
            value={draft.unit}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('people.visitors.validUntil')}
        isOptional
        help={t('people.visitors.validHelp')}
        error={problems.validUntil}
      >
        {(ids) => <DayField {...ids} value={draft.validUntil} onChange={(validUntil) => onChange({ validUntil })} />}
      </Field>
    </>
  )
}
