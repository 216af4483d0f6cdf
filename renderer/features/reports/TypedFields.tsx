import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import type { ReportKind } from '../../../shared/contract/reports.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeError } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { DraftLine } from '../../ui/drafts/DraftLine.tsx'
import { useDraft } from '../../ui/drafts/use-draft.ts'
import { Field } from '../../ui/Field.tsx'
import styles from './ReportsScreen.module.css'

export interface TypedField {
  id: string
  label: string
  isLong: boolean
  isNumber: boolean
}

interface TypedFieldsProps {
  kind: ReportKind
  month: string
  fields: readonly TypedField[]
  typed: Readonly<Record<string, string>>
  mayType: boolean
}

/** The click on a typed figure leads here. */
export function focusTyped(field: string): void {
  document.querySelector<HTMLElement>(`[data-typed="${field}"] :is(input, textarea)`)?.focus()
}

/** What nobody can count. Each field saves itself when it is left. */
export function TypedFields({ kind, month, fields, typed, mayType }: TypedFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <OneField key={`${month}/${field.id}`} {...{ kind, month, field, mayType }} stored={typed[field.id] ?? ''} />
      ))}
    </div>
  )
}

function OneField({
  kind,
  month,
  field,
  stored,
  mayType,
}: Pick<TypedFieldsProps, 'kind' | 'month' | 'mayType'> & { field: TypedField; stored: string }) {
  const t = useTranslate()
  const [text, setText] = useState(stored)
  const save = useMutation(useApi().reports.saveTyped.mutationOptions({ meta: { showsFailure: true } }))
  const isWrong = field.isNumber && text.trim() !== '' && !isPercentage(text)
  const isChanged = text.trim() !== stored

  const unfinished = useDraft({
    id: `report/${kind}/${month}/${field.id}`,
    value: text,
    isDirty: isChanged,
    textOf: (typed) => typed,
    onRestore: setText,
  })

  function leave() {
    if (isChanged && !isWrong) save.mutate({ kind, month, typed: { [field.id]: text.trim() } })
  }

  const shared = {
    value: text,
    disabled: !mayType,
    onBlur: leave,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  }
  const error = isWrong
    ? t('reportScreen.typed.percentage')
    : save.error
      ? describeError(save.error, t).what
      : undefined
  return (
    <div data-typed={field.id}>
      <DraftLine offer={unfinished.offer} />
      <Field
        label={
          <>
            {field.label} <SaveMark {...{ isSaving: save.isPending, isChanged, wasSaved: save.isSuccess }} />
          </>
        }
        error={error}
      >
        {(ids) =>
          field.isLong ? (
            <Input.TextArea {...ids} rows={3} maxLength={4000} {...shared} />
          ) : (
            <Input {...ids} inputMode="decimal" autoComplete="off" maxLength={10} {...shared} />
          )
        }
      </Field>
    </div>
  )
}

function SaveMark({ isSaving, isChanged, wasSaved }: { isSaving: boolean; isChanged: boolean; wasSaved: boolean }) {
  const t = useTranslate()
  if (isSaving) return <span className="faint">{t('reportScreen.typed.saving')}</span>
  if (isChanged) return <span className="faint">{t('reportScreen.typed.unsaved')}</span>
  return wasSaved ? <span className={styles.saved}>{t('reportScreen.typed.saved')}</span> : null
}

export function isPercentage(text: string): boolean {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 100
}
