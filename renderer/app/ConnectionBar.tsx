import { useEffect, useRef } from 'react'
import { useConnectionState } from '../services/use-client.ts'
import { notify } from '../ui/toast-store.ts'
import styles from './Shell.module.css'
import { useTranslate } from './use-translate.ts'

export function ConnectionBar() {
  const t = useTranslate()
  const state = useConnectionState()
  const wasLost = useRef(false)

  useEffect(() => {
    if (state === 'open' && wasLost.current) notify({ tone: 'note', text: t('shell.connectionBack') })
    wasLost.current = state === 'lost'
  }, [state, t])

  return state === 'lost' ? (
    <div className={styles.connection} role="alert">
      {t('shell.connectionLost')}
    </div>
  ) : null
}
