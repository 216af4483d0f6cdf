import { Button } from 'antd'
import { useState } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { BatchStep } from '../../../shared/contract/task-batches.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { BatchDialog } from './BatchDialog.tsx'
import styles from './RectificationsScreen.module.css'
import { stepsOf, useBatch } from './use-batch.ts'

const LEADING: readonly BatchStep[] = ['assign', 'verify', 'urge']
/** Taken at once; the others ask for something first. */
const BARE: readonly BatchStep[] = ['accept', 'urge']

/** What the selected tasks can take together. */
export function BatchBar({ tasks, onDone }: { tasks: readonly Rectification[]; onDone: () => void }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const [asked, setAsked] = useState<BatchStep>()
  const { take, isSaving } = useBatch(onDone)
  const steps = stepsOf(tasks).filter((step) => LEAD_ROLES.includes(person.role) || !LEADING.includes(step))
  return (
    <div className={styles.batch} role="toolbar" aria-label={t('taskBatches.picked', { count: tasks.length })}>
      <span className="muted">{t('taskBatches.picked', { count: tasks.length })}</span>
      {steps.map((step) => (
        <Button
          key={step}
          size="small"
          disabled={isSaving}
          onClick={() => (BARE.includes(step) ? take(step, tasks) : setAsked(step))}
        >
          {t(`taskBatches.steps.${step}`)}
        </Button>
      ))}
      <Button size="small" type="text" onClick={onDone}>
        {t('common.cancel')}
      </Button>
      {asked && <BatchDialog step={asked} tasks={tasks} onDone={onDone} onClose={() => setAsked(undefined)} />}
    </div>
  )
}
