import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { RectificationCard } from '../../../shared/contract/rectifications.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AccountabilitySection } from './AccountabilitySection.tsx'
import { ComplaintSection } from './ComplaintSection.tsx'
import { MoveForm } from './MoveForm.tsx'
import { type Step, stepId } from './move-draft.ts'
import { SpreadSection } from './SpreadSection.tsx'
import styles from './TaskCard.module.css'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskMoves } from './TaskMoves.tsx'
import { TaskPhotos } from './TaskPhotos.tsx'
import { TaskTimeline } from './TaskTimeline.tsx'
import { severityTone, stateTone } from './task-labels.ts'

interface TaskCardProps {
  uid: string
  onOpen: (uid: string) => void
  onShowItem: (item: string) => void
  onClose: () => void
}

export function TaskCard({ uid, onOpen, onShowItem, onClose }: TaskCardProps) {
  const t = useTranslate()
  const { data: card, error, refetch } = useQuery(useApi().rectifications.card.queryOptions({ input: { uid } }))
  return (
    <aside className={styles.card} aria-label={t('rectifications.card.label')}>
      {error && !card && <Failure error={error} onRetry={() => void refetch()} />}
      {!card && !error && <LoadingRows rows={6} />}
      {card && <OpenCard key={uid} {...{ card, onOpen, onShowItem, onClose }} />}
    </aside>
  )
}

function OpenCard({ card, onOpen, onShowItem, onClose }: Omit<TaskCardProps, 'uid'> & { card: RectificationCard }) {
  const t = useTranslate()
  const { task } = card
  const { what, note } = taskText(task, useLanguage())
  const [move, setMove] = useState<Step>()

  return (
    <>
      <header className={styles.head}>
        <div className={styles.tags}>
          <StatusTag tone={severityTone(task)}>{t(`rectifications.severities.${task.severity}`)}</StatusTag>
          <StatusTag tone={stateTone(task.state)}>{t(`rectifications.states.${task.state}`)}</StatusTag>
          {task.occurrence > 1 && (
            <StatusTag tone={task.occurrence > 2 ? 'amber' : 'neutral'}>
              {t('rectifications.occurrence', { count: task.occurrence })}
            </StatusTag>
          )}
          {task.urged && (
            <StatusTag tone="amber">{t('rectifications.card.urged', { count: task.urged.count })}</StatusTag>
          )}
          {task.reminded && <StatusTag>{t('rectifications.card.reminded', { count: task.reminded.count })}</StatusTag>}
          <span className={styles.end}>
            <span className={styles.number}>{task.no}</span>
            <Button type="text" size="small" aria-label={`${t('rectifications.card.close')} Esc`} onClick={onClose}>
              <Kbd keys="Esc" />
            </Button>
          </span>
        </div>
        <h2>
          {what}
          {note && <span className={styles.said}>{note}</span>}
        </h2>
      </header>
      <div className={styles.body}>
        <TaskFacts card={card} onShowItem={onShowItem} />
        <TaskPhotos card={card} isChecked={move !== undefined && stepId(move) === 'verified'} />
        {task.source === 'complaint' && <ComplaintSection taskUid={task.uid} />}
        <SpreadSection taskUid={task.uid} onOpen={onOpen} />
        <AccountabilitySection task={task} />
        <TaskTimeline card={card} onOpen={onOpen} />
      </div>
      <footer className={styles.foot}>
        {move ? (
          <MoveForm key={stepId(move)} card={card} move={move} onClose={() => setMove(undefined)} />
        ) : (
          <TaskMoves card={card} onChoose={setMove} />
        )}
      </footer>
      <Escape isInForm={move !== undefined} onLeaveForm={() => setMove(undefined)} onClose={onClose} />
    </>
  )
}

/** Escape leaves the form first, then the card; also from inside a field. */
function Escape({
  isInForm,
  onLeaveForm,
  onClose,
}: {
  isInForm: boolean
  onLeaveForm: () => void
  onClose: () => void
}) {
  useEffect(() => {
    function leave(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open],[role=dialog]')) return
      if (isInForm) onLeaveForm()
      else onClose()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [isInForm, onLeaveForm, onClose])
  return null
}
