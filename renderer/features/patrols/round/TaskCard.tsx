import { useStore } from 'zustand'
import type { ChecklistItem } from '../../../../shared/contract/checklists.ts'
import type { AnswerValue, TaskRef } from '../../../../shared/contract/patrols.ts'
import { shortDueText } from '../../../app/due-text.ts'
import { shortInstant } from '../../../app/formats.ts'
import { navigate } from '../../../app/route-store.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { useNow } from '../../../services/clock.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { useOwnerName } from '../use-owner-name.ts'
import { isKnownDefect, type RoundBook } from './round-book.ts'
import styles from './TaskCard.module.css'
import type { Round } from './use-round.ts'

interface TaskCardProps {
  round: Round
  book: RoundBook
  item: ChecklistItem
  value: AnswerValue | undefined
  isReadOnly: boolean
}

/** The rectification this answer opens, opened or carries along. */
export function TaskCard({ round, book, item, value, isReadOnly }: TaskCardProps) {
  const t = useTranslate()
  const ownerName = useOwnerName()
  const act = useStore(round.store, ({ tasks }) => tasks[item.id])
  const context = book.contexts.get(item.id)
  const isKnown = isKnownDefect(context, book.sheet)
  const own =
    act?.act === 'opened' || act?.act === 'reopened' ? act : isKnown ? undefined : (context?.openTask ?? undefined)
  const isFault = value === 'fail' || value === 'fixed'
  if (isKnown && context?.openTask) return <OpenTask task={context.openTask} isFault={value === 'fail'} />
  if (!isFault) return null
  if (isReadOnly && !own) return <ItemTasks item={item.id} />
  const isRaised = (context?.failsInSevenDays ?? 0) > 0
  const isClosed = value === 'fixed' && item.severity === 'minor' && !isRaised
  return (
    <section className={styles.card}>
      <header>
        <h3>{t(act?.act === 'reopened' ? 'patrols.task.reopened' : headingKey(own !== undefined, isClosed))}</h3>
        {isRaised && <StatusTag tone="amber">{t('patrols.task.raised')}</StatusTag>}
      </header>
      {!isClosed && (
        <dl>
          <div>
            <dt>{t('patrols.task.owner')}</dt>
            <dd>{ownerName(item.default_owner_role)}</dd>
          </div>
          <div>
            <dt>{t('patrols.task.due')}</dt>
            <dd>{t('patrols.task.hours', { hours: item.default_due_hours })}</dd>
          </div>
        </dl>
      )}
      {!isClosed && <p className="faint">{t('patrols.task.verify')}</p>}
      {own && <TaskLink uid={own.uid} no={own.no} />}
    </section>
  )
}

function headingKey(isOpened: boolean, isClosed: boolean) {
  if (isClosed) return isOpened ? 'patrols.task.closedAtOnce' : 'patrols.task.willClose'
  return isOpened ? 'patrols.task.opened' : 'patrols.task.willOpen'
}

function OpenTask({ task, isFault }: { task: TaskRef; isFault: boolean }) {
  const t = useTranslate()
  const ownerName = useOwnerName()
  const { zone } = useSignedIn()
  const now = useNow()
  const due = shortDueText(task, now, zone, t)
  return (
    <section className={styles.card}>
      <header>
        <h3>{t('patrols.task.open')}</h3>
        <StatusTag tone="blue">{t(`rectifications.states.${task.state}`)}</StatusTag>
        {due.isLate && <StatusTag tone="red">{due.text}</StatusTag>}
      </header>
      {task.note && <p>{task.note}</p>}
      <dl>
        <div>
          <dt>{t('patrols.task.owner')}</dt>
          <dd>{ownerName(task.owner)}</dd>
        </div>
        <div>
          <dt>{t('patrols.task.due')}</dt>
          <dd>{t('patrols.task.dueBy', { time: shortInstant(task.dueAt, now, zone) })}</dd>
        </div>
      </dl>
      <p className="muted">{t('patrols.task.since', { time: shortInstant(task.foundAt, now, zone) })}</p>
      {isFault && <p className="faint">{t('patrols.task.knownNote')}</p>}
      <TaskLink uid={task.uid} no={task.no} />
    </section>
  )
}

/** The task of a round handed in may be closed by now: the item's tasks say what became of it. */
function ItemTasks({ item }: { item: string }) {
  const t = useTranslate()
  return (
    <button type="button" className={styles.link} onClick={() => navigate('/rectifications', { group: 'all', item })}>
      {t('patrols.task.history')}
    </button>
  )
}

function TaskLink({ uid, no }: { uid: string; no: string }) {
  const t = useTranslate()
  return (
    <button type="button" className={styles.link} onClick={() => navigate('/rectifications', { task: uid })}>
      {t('patrols.task.see', { no })}
    </button>
  )
}
