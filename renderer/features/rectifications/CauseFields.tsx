import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Field } from '../../ui/Field.tsx'
import type { MoveFieldsProps } from './MoveFields.tsx'
import { isPeopleCause } from './move-draft.ts'

/** System before person: people stand last in the data, and naming them needs a line on the six others. */
export function CauseFields({ draft, problems, onChange }: MoveFieldsProps) {
  const t = useTranslate()
  const language = useLanguage()
  const [isChosen, setChosen] = useState(false)
  const { data } = useQuery(useApi().rectifications.causes.queryOptions({ input: {} }))
  return (
    <>
      <Field label={t('rectifications.form.cause')} error={problems.cause}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            listHeight={320}
            value={draft.cause ?? null}
            placeholder={t('rectifications.form.causeHint')}
            options={(data ?? []).map((group) => ({
              label: textIn(group, language),
              options: group.sub.map((sub) => ({
                value: sub.id,
                label: `${textIn(group, language)} · ${textIn(sub, language)}`,
              })),
            }))}
            // The line speaks of the cause that stood: another one asks anew.
            onChange={(cause) => {
              setChosen(true)
              onChange({ cause: cause ?? undefined, causeNote: '' })
            }}
          />
        )}
      </Field>
      {isPeopleCause(draft.cause) && (
        <Field
          label={t('rectifications.form.causeNote')}
          help={t('rectifications.form.causeNoteHelp')}
          error={problems['cause-note']}
        >
          {(ids) => (
            <Input
              {...ids}
              autoFocus={isChosen}
              maxLength={1000}
              value={draft.causeNote}
              onChange={(event) => onChange({ causeNote: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
