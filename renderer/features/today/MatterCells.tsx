import type { Matter } from '../../../shared/contract/today.ts'
import { formatShortDay, shortInstant } from '../../app/formats.ts'
import { useSignedIn } from '../../app/session.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './TodoPanel.module.css'
import { toneOf } from './todo-rows.ts'

/** The cells of a line that is no task. */
export function MatterCells({ matter }: { matter: Matter }) {
  const t = useTranslate()
  const language = useLanguage()
  const { zone } = useSignedIn()
  const now = useNow()
  const { kind, name, count, at, on, isLate } = matter
  const variant = isLate ? 'late' : count > 1 ? 'many' : 'one'
  const when = at === null ? on && formatShortDay(on, language) : shortInstant(at, now, zone)
  return (
    <>
      <td>
        <StatusTag tone={toneOf(matter)}>{t(`today.matters.${kind}.kind`)}</StatusTag>
      </td>
      <td className={styles.what} colSpan={3}>
        <div className={styles.words}>
          <span>
            {name && `${name}\u00a0 `}
            <span className={name && styles.note}>{t(`today.matters.${kind}.${variant}`, { count })}</span>
          </span>
        </div>
      </td>
      <td className={isLate && kind !== 'care' ? styles.late : undefined}>
        {when} {isLate && kind !== 'care' && t('today.late')}
      </td>
      <td>
        <StatusTag>{t(`today.matters.${kind}.state`)}</StatusTag>
      </td>
    </>
  )
}
