import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MessageKey } from '../../../shared/messages/message-key.ts'
import { seatStore } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { describeFields } from '../../services/describe-error.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ChangePinForm.module.css'

interface Draft {
  code: string
  name: string
  headName: string
}

const FIELDS: readonly { name: keyof Draft; label: MessageKey; hint?: MessageKey; maxLength: number }[] = [
  { name: 'name', label: 'people.firstStart.outletName', hint: 'people.firstStart.outletNameHint', maxLength: 60 },
  { name: 'code', label: 'people.firstStart.outletCode', hint: 'people.firstStart.outletCodeHint', maxLength: 30 },
  { name: 'headName', label: 'people.firstStart.headName', maxLength: 40 },
]

export function SetUpForm({ onBack }: { onBack: () => void }) {
  const t = useTranslate()
  const [draft, setDraft] = useState<Draft>({ code: '', name: '', headName: '' })
  const [wasSubmitted, setSubmitted] = useState(false)
  const setUp = useMutation(
    useApi().people.setUpOutlet.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ head, recoveryCode }) => seatStore.setState({ newHead: { ...head, recoveryCode } }),
    }),
  )
  const refused = describeFields(setUp.error, t)

  function submit(event: FormEvent) {
    event.preventDefault()
    setSubmitted(true)
    if (FIELDS.some(({ name }) => draft[name].trim() === '') || setUp.isPending) return
    setUp.mutate(draft)
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h1>{t('people.firstStart.setUpTitle')}</h1>
      {setUp.isError && <Failure error={setUp.error} />}
      {FIELDS.map(({ name, label, hint, maxLength }, index) => {
        const isMissing = wasSubmitted && draft[name].trim() === ''
        return (
          <Field key={name} label={t(label)} error={isMissing ? t('errors.required') : refused[name]}>
            {(ids) => (
              <Input
                {...ids}
                value={draft[name]}
                maxLength={maxLength}
                autoFocus={index === 0}
                autoComplete="off"
                placeholder={hint ? t(hint) : ''}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        )
      })}
      <div className={styles.foot}>
        <Button onClick={onBack}>{t('common.back')}</Button>
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {t('people.firstStart.create')} <Kbd keys="Enter" onDark />
        </Button>
      </div>
    </form>
  )
}
