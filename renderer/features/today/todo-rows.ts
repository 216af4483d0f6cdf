import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { Matter } from '../../../shared/contract/today.ts'
import { navigate } from '../../app/route-store.ts'
import type { Tone } from '../../ui/StatusTag.tsx'

/** A line of what waits: a task, or something else that leads to its own screen. */
export type TodoRow = { key: string; task: Rectification } | { key: string; matter: Matter }

type Look = { tone: Tone; open: (matter: Matter) => void }

const openTask = (uid: string) => navigate('/rectifications', { task: uid })

/** How each kind looks and where it leads. Red only where somebody must act. */
const LOOKS: Readonly<Record<Matter['kind'], Look>> = {
  care: { tone: 'pine', open: () => navigate('/moods', { tab: 'care' }) },
  complaint: { tone: 'red', open: ({ uid }) => openTask(uid) },
  answer: { tone: 'amber', open: ({ uid }) => openTask(uid) },
  reply: { tone: 'red', open: ({ uid }) => openTask(uid) },
  'award-objection': { tone: 'amber', open: ({ uid }) => navigate('/awards', { award: uid }) },
  'award-sheet': { tone: 'blue', open: ({ uid }) => navigate('/awards', { award: uid }) },
  'award-decision': { tone: 'blue', open: ({ uid }) => navigate('/awards', { award: uid }) },
  'award-monthly': { tone: 'blue', open: () => navigate('/awards') },
  'award-quarterly': { tone: 'blue', open: () => navigate('/awards') },
  device: { tone: 'red', open: () => navigate('/devices') },
  notice: { tone: 'blue', open: ({ uid }) => navigate('/notices', { state: 'unread', notice: uid }) },
  thanks: { tone: 'pine', open: () => navigate('/awards', { tab: 'thanks', box: 'received' }) },
  certificate: { tone: 'neutral', open: () => navigate('/people') },
}

/** A talk is never red: others see this screen too. */
export const toneOf = ({ kind, isLate }: Matter): Tone => (isLate && kind !== 'care' ? 'red' : LOOKS[kind].tone)

/** For the one person behind the PIN: it stands on the screen and on no paper. */
export const isPrivate = (row: TodoRow) => 'matter' in row && ['care', 'thanks'].includes(row.matter.kind)

export function isLateRow(row: TodoRow): boolean {
  return 'task' in row ? row.task.isOverdue : toneOf(row.matter) === 'red' && row.matter.isLate
}

export function openRow(row: TodoRow): void {
  if ('task' in row) openTask(row.task.uid)
  else LOOKS[row.matter.kind].open(row.matter)
}

/** What presses stands before the tasks, what has weeks stands behind them. */
export function rowsOf(tasks: readonly Rectification[], matters: readonly Matter[]): TodoRow[] {
  const rows = matters.map((matter) => ({ key: `${matter.kind}/${matter.uid}`, matter }))
  const presses = ({ matter }: { matter: Matter }) => toneOf(matter) !== 'neutral'
  return [
    ...rows.filter(presses),
    ...tasks.map((task) => ({ key: task.uid, task })),
    ...rows.filter((row) => !presses(row)),
  ]
}
