import { Checkbox, Input, Select } from 'antd'
import { DUTIES, POSTS, ROLE_OF_POST } from '../../../shared/roles.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import { NameField } from './NameField.tsx'
import styles from './PeoplePage.module.css'
import type { PersonDraft } from './person-draft.ts'

interface PersonFieldsProps {
  draft: PersonDraft
  /** Field → sentence. */
  problems: Record<string, string>
  onChange: (change: Partial<PersonDraft>) => void
}

export function PersonFields({ draft, problems, onChange }: PersonFieldsProps) {
  const t = useTranslate()
  const role = t(`roles.${ROLE_OF_POST[draft.post]}`)
  return (
    <>
      <NameField name={draft.name} problem={problems.name} onChange={onChange} />
      <Field label={t('people.list.staffNo')} isOptional help={t('people.editor.staffNoHint')} error={problems.staffNo}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            maxLength={30}
            value={draft.staffNo}
            onChange={(event) => onChange({ staffNo: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('people.list.post')} help={t('people.editor.postHelp', { role })} error={problems.post}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.post}
            options={POSTS.map((post) => ({ value: post, label: t(`posts.${post}`) }))}
            onChange={(post) => onChange({ post })}
          />
        )}
      </Field>
      <Field label={t('people.list.duties')} isOptional error={problems.duties}>
        {() => (
          <Checkbox.Group
            value={draft.duties}
            options={DUTIES.map((duty) => ({ value: duty, label: t(`duties.${duty}`) }))}
            onChange={(duties) => onChange({ duties })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('people.list.joinedOn')} isOptional error={problems.joinedOn}>
          {(ids) => <DayField {...ids} value={draft.joinedOn} onChange={(joinedOn) => onChange({ joinedOn })} />}
        </Field>
        <Field label={t('people.list.certificateValidTo')} isOptional error={problems.certificateValidTo}>
          {(ids) => (
            <DayField
              {...ids}
              value={draft.certificateValidTo}
              onChange={(certificateValidTo) => onChange({ certificateValidTo })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
