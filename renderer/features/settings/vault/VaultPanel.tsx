import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { VaultStatus } from '../../../../shared/contract/vault.ts'
import type { MessageKey } from '../../../../shared/messages/message-key.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import noteStyles from '../../../ui/NoteOnce.module.css'
import { NoteOnce } from '../../../ui/NoteOnce.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import styles from '../Settings.module.css'
import { ForgetPanel } from './ForgetPanel.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'

const TONES = { none: 'neutral', locked: 'amber', unlocked: 'pine', missing: 'red' } as const

/** Where the head sets the vault up, unlocks it once a day and sees whether its keys would survive this PC. */
export function VaultPanel() {
  const t = useTranslate()
  const status = useQuery(useApi().vault.status.queryOptions({ input: {} }))
  const [recoveryKey, setRecoveryKey] = useState<string>()
  const [isChanging, setChanging] = useState(false)
  if (status.error && !status.data) {
    return <Failure error={status.error} onRetry={() => void status.refetch()} />
  }
  if (!status.data) return <LoadingRows rows={4} />
  const { state } = status.data
  return (
    <div className={styles.columns}>
      <Panel title={t('vault.title')} isPadded>
        <p className={styles.lead}>{t('vault.lead')}</p>
        <Facts status={status.data} />
        {state === 'missing' && <p className={styles.wrong}>{t('errors.vaultMissing')}</p>}
        {state === 'none' && (
          <PassphraseForm act="setUp" hasKeychain={status.data.hasKeychain} onDone={setRecoveryKey} />
        )}
        {state === 'locked' && <UnlockForm />}
        {state === 'unlocked' &&
          (isChanging ? (
            <PassphraseForm
              act="changePassphrase"
              hasKeychain={false}
              onDone={() => setChanging(false)}
              onCancel={() => setChanging(false)}
            />
          ) : (
            <div className={styles.apart}>
              <Button onClick={() => setChanging(true)}>{t('vault.changePassphrase')}</Button>
            </div>
          ))}
      </Panel>
      {(state === 'locked' || state === 'unlocked') && <ForgetPanel />}
      {recoveryKey && (
        <Overlay label={t('vault.recoveryTitle')} width={560} isFirm onClose={() => setRecoveryKey(undefined)}>
          <div className={styles.dialog}>
            <NoteOnce title={t('vault.recoveryTitle')} onNoted={() => setRecoveryKey(undefined)}>
              <div className={noteStyles.code} data-testid="vault-recovery-key">
                {recoveryKey}
              </div>
              <p className="muted">{t('vault.recoveryText')}</p>
            </NoteOnce>
          </div>
        </Overlay>
      )}
    </div>
  )
}

function Facts({ status: { state, kinds, backend, refusal, people, copyAtTarget } }: { status: VaultStatus }) {
  const t = useTranslate()
  const facts: [MessageKey, ReactNode][] = [
    [
      'vault.state',
      <StatusTag key="state" tone={TONES[state]}>
        {t(`vault.states.${state}`)}
      </StatusTag>,
    ],
  ]
  if (state === 'locked' || state === 'unlocked') {
    const keepers = kinds.map((kind) => t(`vault.kinds.${kind}`))
    facts.push(['vault.keptBy', [...keepers, ...(backend ? [`(${backend})`] : [])].join(' · ')])
    facts.push(['vault.people', String(people)])
    facts.push(['vault.copy', t(`vault.copies.${copyAtTarget ?? 'noTarget'}`)])
  }
  return (
    <>
      <dl className={styles.choices}>
        {facts.map(([key, value]) => (
          <div key={key} className={styles.fact}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {refusal && <p className={styles.wrong}>{t(`errors.${refusal}` as MessageKey)}</p>}
    </>
  )
}
