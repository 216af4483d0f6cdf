import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './DoorPage.module.css'
import { type SignInPerson, useSignIn } from './use-sign-in.ts'

const SECOND_MS = 1_000

export function PinEntry({ person, onChangePerson }: { person: SignInPerson; onChangePerson: () => void }) {
  const t = useTranslate()
  const [pin, setPin] = useState('')
  const field = useRef<InputRef>(null)
  const { attempt, refusal, forgetRefusal } = useSignIn()
  const now = useNow(SECOND_MS)
  const waitSeconds = refusal?.retryAt ? Math.max(0, Math.ceil((refusal.retryAt - now) / SECOND_MS)) : 0

  useEffect(() => {
    if (waitSeconds === 0) field.current?.focus()
  }, [waitSeconds])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pin === '' || waitSeconds > 0 || attempt.isPending) return
    forgetRefusal()
    attempt.mutate({ personUid: person.uid, pin }, { onSettled: () => setPin('') })
  }

  const refused =
    refusal && waitSeconds === 0
      ? refusal.triesLeft > 0
        ? t('people.signIn.refused', { count: refusal.triesLeft })
        : t('people.signIn.refusedLast')
      : undefined

  return (
    <form className={styles.panel} style={{ margin: 0, padding: 0, border: 0 }} onSubmit={submit}>
      <div className={styles.row}>
        <Avatar name={person.name} size={36} />
        <div style={{ flex: 1 }}>
          <b>{person.name}</b>
          <div className="muted">{t(`posts.${person.post}`)}</div>
        </div>
        <Button onClick={onChangePerson}>{t('people.signIn.changePerson')}</Button>
      </div>
      {attempt.isError && <Failure error={attempt.error} />}
      {waitSeconds > 0 && (
        <div className={styles.wait} role="alert">
          {t('people.signIn.wait', { seconds: waitSeconds })}
        </div>
      )}
      <Field label={t('people.signIn.pin')} help={t('people.signIn.pinHint')} error={refused}>
        {(ids) => (
          <Input.Password
            {...ids}
            ref={field}
            size="large"
            visibilityToggle={{ tabIndex: -1 }}
            value={pin}
            inputMode="numeric"
            autoComplete="off"
            maxLength={32}
            disabled={waitSeconds > 0}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit" loading={attempt.isPending} disabled={waitSeconds > 0}>
        {t(attempt.isPending ? 'people.signIn.submitting' : 'people.signIn.submit')}{' '}
        {waitSeconds === 0 && <Kbd keys="Enter" onDark />}
      </Button>
    </form>
  )
}
