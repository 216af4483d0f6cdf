import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../app/use-translate.ts'
import { Field } from '../../ui/Field.tsx'
import { Overlay } from '../../ui/Overlay.tsx'
import styles from './Backups.module.css'

const SHORTEST = 10

export function PassphraseDialog({ onSend, onClose }: { onSend: (passphrase: string) => void; onClose: () => void }) {
  const t = useTranslate()
  const [passphrase, setPassphrase] = useState('')
  const isLongEnough = passphrase.length >= SHORTEST
  return (
    <Overlay label={t('backups.target.passphrase')} width={420} onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          if (isLongEnough) onSend(passphrase)
        }}
      >
        <h2>{t('backups.target.passphrase')}</h2>
        <Field label={t('backups.target.passphraseField')} help={t('backups.target.passphraseHelp')}>
          {(ids) => (
            <Input.Password
              {...ids}
              data-autofocus
              autoComplete="new-password"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!isLongEnough}>
            {t('backups.target.send')}
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
