import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MoodChange } from '../../../shared/contract/moods.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { ConfirmDanger } from '../../ui/ConfirmDanger.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { notify } from '../../ui/toast-store.ts'
import { ChangeDrawer } from './ChangeDrawer.tsx'
import styles from './Moods.module.css'

export function ChangesPanel({ changes, mayWrite }: { changes: readonly MoodChange[]; mayWrite: boolean }) {
  const t = useTranslate()
  const [isWriting, setWriting] = useState(false)
  const [leaving, setLeaving] = useState<MoodChange>()
  const remove = useMutation(useApi().moods.removeChange.mutationOptions())

  function confirm() {
    if (!leaving) return
    remove.mutate(
      { id: leaving.id },
      {
        onSuccess() {
          setLeaving(undefined)
          notify({ tone: 'done', text: t('moods.team.removed') })
        },
      },
    )
  }

  return (
    <Panel
      title={t('moods.team.did')}
      extra={mayWrite && <Button onClick={() => setWriting(true)}>{t('moods.team.add')}</Button>}
    >
      {changes.length === 0 && <p className={`${styles.fields} muted`}>{t('moods.team.didNone')}</p>}
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={change.id}>
            <span className="muted">{change.on}</span>
            <span className={`${styles.wide} ${styles.told}`}>
              <span className="muted">
                <span className="faint">{t('moods.team.heard')}</span> {change.heard}
              </span>
              <span>
                <span className="faint">{t('moods.team.doing')}</span> {change.did}
              </span>
            </span>
            {mayWrite && (
              <Button type="text" size="small" onClick={() => setLeaving(change)}>
                {t('moods.team.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isWriting && <ChangeDrawer onClose={() => setWriting(false)} />}
      <ConfirmDanger
        isOpen={leaving !== undefined}
        title={t('moods.team.removeTitle')}
        text={t('moods.team.removeText')}
        confirmLabel={t('moods.team.remove')}
        isBusy={remove.isPending}
        onConfirm={confirm}
        onCancel={() => setLeaving(undefined)}
      />
    </Panel>
  )
}
