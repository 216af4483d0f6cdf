import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { z } from 'zod'
import { BOARD_CARDS, type BoardColumn, type TaskFilter } from '../../../shared/contract/rectification-lists.ts'
import type { Rectification, TaskState } from '../../../shared/contract/rectifications.ts'
import { isEnded } from '../../../shared/domain/task-states.ts'
import { dueText } from '../../app/due-text.ts'
import { useSignedIn } from '../../app/session.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { useApi } from '../../services/use-client.ts'
import { Failure } from '../../ui/Failure.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { NothingMatches } from '../../ui/NothingMatches.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TaskBoard.module.css'
import { ownerName, severityTone } from './task-labels.ts'

interface TaskBoardProps {
  filter: z.input<typeof TaskFilter>
  filters: ReactNode
  opened: string | undefined
  /** In place of the lanes where there is no task at all. */
  empty: ReactNode
  /** Where conditions are set: takes them back. */
  onReset: (() => void) | undefined
  onOpen: (uid: string) => void
}

/** The tasks by state, soonest due first. Arrows move between cards, Enter opens one with the steps it allows. */
export function TaskBoard({ filter, filters, opened, empty: none, onReset, onOpen }: TaskBoardProps) {
  const t = useTranslate()
  const { sort: _sort, limit: _limit, offset: _offset, ...conditions } = filter
  const board = useQuery({
    ...useApi().rectifications.board.queryOptions({ input: conditions }),
    placeholderData: keepPreviousData,
  })
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const columns = board.data?.filter(({ count }) => count > 0) ?? []
  const empty = board.data?.filter(({ count }) => count === 0) ?? []
  const all = columns.reduce((sum, { count }) => sum + count, 0)
  const isThere = columns.some(({ tasks }) => tasks.some(({ uid }) => uid === current))
  const reachable = isThere ? current : columns[0]?.tasks[0]?.uid

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key]
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
    if (!step || !card || !frame.current) return
    const lanes = [...frame.current.querySelectorAll<HTMLElement>('[data-lane]')].map((lane) => [
      ...lane.querySelectorAll<HTMLElement>('[data-card]'),
    ])
    const lane = lanes.findIndex((cards) => cards.includes(card))
    const next = lanes[lane + (step[0] ?? 0)]
    const row = (lanes[lane]?.indexOf(card) ?? 0) + (step[1] ?? 0)
    const target = next?.[Math.min(Math.max(row, 0), next.length - 1)]
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  return (
    <section className={styles.board} aria-label={t('taskViews.board')}>
      <div className={styles.query}>
        {filters}
        {onReset && (
          <Button type="text" onClick={onReset}>
            {t('common.reset')}
          </Button>
        )}
        <span className={styles.count}>{board.data && t('common.rowsTotal', { count: all })}</span>
      </div>
      {board.error && !board.data && <Failure error={board.error} onRetry={() => void board.refetch()} />}
      {!board.data && !board.error && <LoadingRows rows={8} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus between the cards inside, which are buttons */}
      <div className={styles.lanes} ref={frame} onKeyDown={move}>
        {columns.map((column) => (
          <Lane key={column.state} {...{ column, filter, opened, reachable, onOpen }} onReach={setCurrent} />
        ))}
        {board.data && all === 0 && (
          <div className={styles.none}>{onReset ? <NothingMatches onReset={onReset} /> : none}</div>
        )}
        {all > 0 && empty.length > 0 && (
          <ul className={styles.empty}>
            {empty.map(({ state }) => (
              <li key={state}>{t('taskViews.noneIn', { state: t(`rectifications.states.${state}`) })}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

interface LaneProps extends Omit<TaskBoardProps, 'filters' | 'empty' | 'onReset'> {
  column: BoardColumn
  reachable: string | undefined
  onReach: (uid: string) => void
}

function Lane({ column, filter, opened, reachable, onOpen, onReach }: LaneProps) {
  const t = useTranslate()
  const { state, count } = column
  const [shown, setShown] = useState(BOARD_CARDS)
  const more = useMoreCards(filter, state, shown)
  const tasks = more && more.length > column.tasks.length ? more : column.tasks
  return (
    <section className={styles.lane} data-lane={state} aria-label={t(`rectifications.states.${state}`)}>
      <h2>
        {t(`rectifications.states.${state}`)} <span className="faint">{count}</span>
      </h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.uid}>
            <BoardCard
              task={task}
              isOpened={task.uid === opened}
              isReachable={task.uid === reachable}
              onOpen={() => onOpen(task.uid)}
              onReach={() => onReach(task.uid)}
            />
          </li>
        ))}
      </ul>
      {count > tasks.length && (
        <Button type="text" block onClick={() => setShown(shown + 2 * BOARD_CARDS)}>
          {t('taskViews.more', { count: count - tasks.length })}
        </Button>
      )}
    </section>
  )
}

/** The cards of one column once somebody asked for more than its first. */
function useMoreCards(
  filter: TaskBoardProps['filter'],
  state: TaskState,
  shown: number,
): readonly Rectification[] | undefined {
  const input = {
    ...filter,
    states: [state],
    sort: isEnded(state) ? { by: 'found' as const, isDescending: true } : { by: 'due' as const, isDescending: false },
    limit: Math.min(shown, 1000),
    offset: 0,
  }
  const { data } = useQuery({
    ...useApi().rectifications.list.queryOptions({ input }),
    enabled: shown > BOARD_CARDS,
    placeholderData: keepPreviousData,
  })
  return data?.tasks
}

interface BoardCardProps {
  task: Rectification
  isOpened: boolean
  isReachable: boolean
  onOpen: () => void
  onReach: () => void
}

function BoardCard({ task, isOpened, isReachable, onOpen, onReach }: BoardCardProps) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const { what, note } = taskText(task, useLanguage())
  const { relative, absolute, isLate } = dueText(task, useNow(), zone, t)
  return (
    <button
      type="button"
      data-card={task.uid}
      className={styles.card}
      aria-current={isOpened || undefined}
      tabIndex={isReachable ? 0 : -1}
      onFocus={onReach}
      onClick={onOpen}
    >
      <span className={styles.head}>
        <StatusTag tone={severityTone(task)}>{t(`rectifications.severities.${task.severity}`)}</StatusTag>
        <span className="faint">{task.no}</span>
      </span>
      <span className={styles.what}>
        {what}
        {note && <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.foot}>
        <span className={task.owner.person ? '' : 'muted'}>{ownerName(task.owner, t)}</span>
        <span className={isLate ? styles.late : 'faint'}>{relative || absolute}</span>
      </span>
    </button>
  )
}
