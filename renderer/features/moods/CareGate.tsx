import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Moods.module.css'

export function CareGate({ onOpen }: { onOpen: () => void }) {
  const t = useTranslate()
  const [pin, setPin] = useState('')
  const open = useMutation(useApi().moods.openCare.mutationOptions({ meta: { showsFailure: true } }))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pin === '' || open.isPending) return
    open.mutate({ pin }, { onSuccess: onOpen, onSettled: () => setPin('') })
  }

  return (
    <Panel title={t('moods.care.pinTitle')} isPadded className={styles.narrow}>
      <form className={styles.pin} onSubmit={submit}>
        <p className="muted">{t('moods.care.pinText')}</p>
        {open.isError && <Failure error={open.error} />}
        <Field label={t('moods.care.pin')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoFocus
              value={pin}
              visibilityToggle={{ tabIndex: -1 }}
              inputMode="numeric"
              autoComplete="off"
              maxLength={32}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {t('moods.care.open')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </form>
    </Panel>
  )
}
