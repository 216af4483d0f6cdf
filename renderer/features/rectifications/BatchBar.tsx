import { Button } from 'antd'
import { useState } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { BatchStep } from '../../../shared/contract/task-batches.ts'
import { LEAD_ROLES } from '../../app/role-sets.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { BatchDialog } from './BatchDialog.tsx'
import styles from './RectificationsScreen.module.css'
import { stepsOf, useBatch } from './use-batch.ts'

const LEADING: readonly BatchStep[] = ['assign', 'verify', 'urge']
/** Taken at once; the others ask for something first. */
const BARE: readonly BatchStep[] = ['accept', 'urge']

/** The keys of a card's own steps, where it has them. */
const KEYS: Record<BatchStep, string> = { assign: 'A', accept: 'D', verify: 'V', transfer: 'H', urge: 'U' }

/** What the selected tasks can take together. */
export function BatchBar({ tasks, onDone }: { tasks: readonly Rectification[]; onDone: () => void }) {
  const t = useTranslate()
  const { person } = useSignedIn()
  const [asked, setAsked] = useState<BatchStep>()
  const { take, isSaving } = useBatch(onDone)
  const steps = stepsOf(tasks).filter((step) => LEAD_ROLES.includes(person.role) || !LEADING.includes(step))
  const start = (step: BatchStep) => (BARE.includes(step) ? take(step, tasks) : setAsked(step))
  useCommands([
    ...steps.map((step) => ({
      id: `batch-${step}`,
      key: 'taskBatches.title' as const,
      params: { step: t(`taskBatches.steps.${step}`), count: tasks.length },
      shortcut: KEYS[step],
      when: () => !isSaving,
      run: () => start(step),
    })),
    { id: 'batch-none', key: 'taskBatches.pickNone', shortcut: 'Escape', isKeyOnly: true, run: onDone },
  ])
  return (
    <div className={styles.batch} role="toolbar" aria-label={t('taskBatches.picked', { count: tasks.length })}>
      <span className="muted">{t('taskBatches.picked', { count: tasks.length })}</span>
      {steps.map((step) => (
        <Button key={step} size="small" disabled={isSaving} onClick={() => start(step)}>
          {t(`taskBatches.steps.${step}`)} <Kbd keys={KEYS[step]} />
        </Button>
      ))}
      <Button size="small" type="text" onClick={onDone}>
        {t('taskBatches.pickNone')} <Kbd keys="Escape" />
      </Button>
      {asked && <BatchDialog step={asked} tasks={tasks} onDone={onDone} onClose={() => setAsked(undefined)} />}
    </div>
  )
}
