import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { formatInstant } from '../../app/formats.ts'
import { actorText, changeLine, procedureText, roleText, type WordsOfEntries } from './entry-words.ts'

export function entriesTable(entries: readonly AuditEntry[], words: WordsOfEntries) {
  const { t, zone } = words
  return {
    head: [
      t('audit.list.sequence'),
      t('audit.list.at'),
      t('audit.list.actor'),
      t('audit.list.role'),
      t('audit.list.what'),
      t('audit.list.records'),
    ],
    rows: entries.map((entry) => [
      entry.sequence,
      formatInstant(entry.at, zone),
      actorText(entry, words),
      roleText(entry.role, t),
      procedureText(entry.procedure, t),
      entry.changes.map((change) => changeLine(change, words)).join('\n'),
    ]),
  }
}
