import type { LinkedTask } from '../../../shared/contract/rectifications.ts'
import { formatInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TaskCard.module.css'
import { stateTone } from './task-labels.ts'

/** Other tasks of the same item: when found, when struck off, and how they stand. */
export function LinkedTasks({
  title,
  tasks,
  onOpen,
}: {
  title: string
  tasks: readonly LinkedTask[]
  onOpen: (uid: string) => void
}) {
  const t = useTranslate()
  const { zone } = useSignedIn()
  const day = (at: number) => formatInstant(at, zone).slice(0, 10)
  if (tasks.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {tasks.map(({ uid, no, foundAt, doneAt, state }) => (
          <li key={uid}>
            <button type="button" className={styles.link} onClick={() => onOpen(uid)}>
              {no}
            </button>
            <span className="faint">
              {doneAt === null
                ? t('rectifications.card.foundOn', { day: day(foundAt) })
                : t('rectifications.card.foundAndDone', { found: day(foundAt), done: day(doneAt) })}
            </span>
            <StatusTag tone={stateTone(state)}>{t(`rectifications.states.${state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
