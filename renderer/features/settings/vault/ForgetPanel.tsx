import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { ConfirmDanger } from '../../../ui/ConfirmDanger.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { notify } from '../../../ui/toast-store.ts'
import styles from '../Settings.module.css'

/** Destroys what opens the sealed notes about one person. */
export function ForgetPanel() {
  const t = useTranslate()
  const { people, vault } = useApi()
  const staff = useQuery(people.list.queryOptions({ input: { includeInactive: true } }))
  const forget = useMutation(vault.forget.mutationOptions())
  const [personUid, setPersonUid] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const name = staff.data?.find(({ uid }) => uid === personUid)?.name ?? ''

  function destroy() {
    if (!personUid) return
    forget.mutate(
      { personUid },
      {
        onSuccess({ hadKey }) {
          notify({ tone: 'done', text: t(hadKey ? 'vault.forgotten' : 'vault.nothingToForget', { name }) })
          setPersonUid(undefined)
        },
        onSettled: () => setAsking(false),
      },
    )
  }

  return (
    <Panel title={t('vault.forgetTitle')} isPadded>
      <p className={styles.lead}>{t('vault.forgetText')}</p>
      <div className={styles.window}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 200 }}
          value={personUid ?? null}
          placeholder={t('vault.forgetWhom')}
          aria-label={t('vault.forgetWhom')}
          options={(staff.data ?? []).map((one) => ({ value: one.uid, label: one.name }))}
          onChange={(uid) => setPersonUid(uid ?? undefined)}
        />
        <Button danger disabled={!personUid} onClick={() => setAsking(true)}>
          {t('vault.forget')}
        </Button>
      </div>
      <ConfirmDanger
        isOpen={isAsking}
        title={t('vault.forgetAsk', { name })}
        text={t('vault.forgetWarning')}
        confirmLabel={t('vault.forget')}
        isBusy={forget.isPending}
        onConfirm={destroy}
        onCancel={() => setAsking(false)}
      />
    </Panel>
  )
}
