import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { formatInstant } from '../../app/formats.ts'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import styles from './Audit.module.css'
import { actorText, fieldChanges, procedureText, recordText, roleText } from './entry-words.ts'
import { useEntryWords } from './use-entry-words.ts'

/** One entry: who did what, and every record before and after. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const words = useEntryWords()
  const { t, zone } = words
  return (
    <SideDrawer open size={720} title={procedureText(entry.procedure, t)} onClose={onClose}>
      <p className={styles.facts}>
        <span>{t('audit.entry.title', { sequence: entry.sequence })}</span>
        <span>{formatInstant(entry.at, zone)}</span>
        <span>
          {actorText(entry, words)} <span className="faint">{roleText(entry.role, t)}</span>
        </span>
      </p>
      {entry.changes.length === 0 && <p className="faint">{t('audit.entry.nothing')}</p>}
      {entry.changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one record may stand in an entry twice
        <section key={index} className={styles.change}>
          <h3>
            {recordText(change, t)}
            {change.before === null && <StatusTag tone="pine">{t('audit.entry.created')}</StatusTag>}
            {change.after === null && <StatusTag tone="amber">{t('audit.entry.removed')}</StatusTag>}
            <code>{change.uid}</code>
          </h3>
          <table>
            <thead>
              <tr>
                <th>{t('audit.entry.field')}</th>
                {change.before && <th>{t('audit.entry.before')}</th>}
                {change.after && <th>{t('audit.entry.after')}</th>}
              </tr>
            </thead>
            <tbody>
              {fieldChanges(change, words).map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  {before !== null && <td className="faint">{before || t('audit.entry.empty')}</td>}
                  {after !== null && <td>{after || t('audit.entry.empty')}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </SideDrawer>
  )
}
