import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { notify } from '../../ui/toast-store.ts'
import styles from './ChangePinForm.module.css'
import { type PinDraft, pinProblems } from './pin-rules.ts'

const FIELDS: readonly { name: keyof PinDraft; label: MessageKey; help?: MessageKey }[] = [
  { name: 'oldPin', label: 'people.changePin.oldPin' },
  { name: 'newPin', label: 'people.changePin.newPin', help: 'people.changePin.rule' },
  { name: 'repeat', label: 'people.changePin.repeat' },
]

export function ChangePinForm({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const t = useTranslate()
  const [draft, setDraft] = useState<PinDraft>({ oldPin: '', newPin: '', repeat: '' })
  const [wasSubmitted, setSubmitted] = useState(false)
  const change = useMutation(useApi().people.changePin.mutationOptions({ meta: { showsFailure: true } }))
  const problems = wasSubmitted ? pinProblems(draft) : {}
  const refused = describeFields(change.error, t)

  function submit(event: FormEvent) {
    event.preventDefault()
    setSubmitted(true)
    if (Object.keys(pinProblems(draft)).length > 0 || change.isPending) return
    change.mutate(
      { oldPin: draft.oldPin, newPin: draft.newPin },
      {
        onSuccess() {
          notify({ tone: 'done', text: t('people.changePin.saved') })
          onDone()
        },
      },
    )
  }

  /** Enter goes to the next PIN; from the last it saves. */
  function goOn(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return
    const fields = [...(event.currentTarget.form?.querySelectorAll('input') ?? [])]
    const next = fields[fields.indexOf(event.currentTarget) + 1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {change.isError && <Failure error={change.error} />}
      {FIELDS.map(({ name, label, help }) => {
        const problem = problems[name]
        return (
          <Field key={name} label={t(label)} help={help && t(help)} error={problem ? t(problem) : refused[name]}>
            {(ids) => (
              <Input.Password
                {...ids}
                value={draft[name]}
                visibilityToggle={{ tabIndex: -1 }}
                onKeyDown={goOn}
                inputMode="numeric"
                autoComplete={name === 'oldPin' ? 'off' : 'new-password'}
                maxLength={32}
                autoFocus={name === 'oldPin'}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        )
      })}
      <div className={styles.foot}>
        {onCancel && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
