import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountabilityCard } from '../../../shared/contract/accountability.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { formKeys } from './form-keys.ts'
import styles from './TaskCard.module.css'
import { useAccountability } from './use-accountability.ts'

interface AccountabilityFormProps {
  task: Rectification
  levels: AccountabilityCard['levels']
  onClose: () => void
}

/** Who, which level, why. The rules suggest one; the system comes before the person. */
export function AccountabilityForm({ task, levels, onClose }: AccountabilityFormProps) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const { person: me } = useSignedIn()
  const [personUid, setPerson] = useState(task.owner.person?.uid)
  const [chosen, setLevel] = useState<number>()
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState('')
  const { decide } = useAccountability(task.uid)
  const { data: people } = useQuery(api.people.list.queryOptions({ input: {} }))
  const { data: suggestion } = useQuery({
    ...api.accountability.suggest.queryOptions({ input: { taskUid: task.uid, personUid: personUid ?? '' } }),
    enabled: personUid !== undefined,
  })
  const recorded = levels.filter(({ isRecorded }) => isRecorded)
  const level = chosen ?? (suggestion && suggestion.level > 0 ? suggestion.level : undefined)
  const rule = levels.find((one) => one.level === level)
  const needsReference = rule?.decidedBy === 'branch-lead' && me.role !== 'branch-lead'
  const isReady = personUid !== undefined && level !== undefined && reason.trim() !== '' && !suggestion?.refusal
  const problems = describeFields(decide.error, t)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady || decide.isPending) return
    decide.mutate(
      { taskUid: task.uid, personUid, level, reason: reason.trim(), reference: reference.trim() },
      { onSuccess: onClose },
    )
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('accountability.open')}
      onSubmit={submit}
      onKeyDown={formKeys(onClose)}
    >
      <p className="muted">{t('accountability.lead')}</p>
      {Boolean(decide.error) && <Failure error={decide.error} />}
      <Field label={t('accountability.person')} error={suggestion?.refusal && t(`errors.${suggestion.refusal}`)}>
        {(ids) => (
          <Select
            {...ids}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={personUid ?? null}
            options={people?.map(({ uid, name }) => ({ value: uid, label: name })) ?? []}
            onChange={(uid) => setPerson(uid ?? undefined)}
          />
        )}
      </Field>
      <Field label={t('accountability.level')} help={suggestionText()} error={problems.level}>
        {(ids) => (
          <Select
            {...ids}
            value={level ?? null}
            options={recorded.map((one) => ({ value: one.level, label: nameOf(one.level) }))}
            onChange={(value) => setLevel(value ?? undefined)}
          />
        )}
      </Field>
      <Field label={t('accountability.reason')} error={problems.reason}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {needsReference && (
        <Field
          label={t('accountability.reference')}
          help={t('accountability.referenceHelp')}
          error={problems.reference}
        >
          {(ids) => (
            <Input {...ids} maxLength={1000} value={reference} onChange={(event) => setReference(event.target.value)} />
          )}
        </Field>
      )}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>
          {t('common.cancel')} <Kbd keys="Esc" />
        </Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={decide.isPending}>
          {t('accountability.save')} <Kbd keys="Ctrl+Enter" onDark />
        </Button>
      </div>
    </form>
  )

  function nameOf(number: number): string {
    const one = levels.find((candidate) => candidate.level === number)
    return t('accountability.levelName', { level: number, name: one ? textIn(one, language) : '' })
  }

  function suggestionText(): string | undefined {
    if (!suggestion) return undefined
    const name = nameOf(suggestion.level)
    if (suggestion.why.length === 0) return t('accountability.suggested', { name })
    const why = suggestion.why.map((trigger) => t(`accountability.why.${trigger}`)).join(t('accountability.join'))
    return t('accountability.suggestedWhy', { name, why })
  }
}
