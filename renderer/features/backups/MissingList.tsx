import type { MissingSince } from '../../../shared/contract/backups.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './Backups.module.css'

/** What has been recorded since a backup, by kind. */
export function MissingList({ missing, label, nothing }: { missing: MissingSince; label: string; nothing: string }) {
  const t = useTranslate()
  const some = missing.filter(({ count }) => count > 0)
  if (some.length === 0) return <p>{nothing}</p>
  return (
    <div>
      <p>{label}</p>
      <ul className={styles.missing}>
        {some.map(({ kind, count }) => (
          <li key={kind}>
            <b>{count}</b> {t(`backups.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
