import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { guardText } from '../../../shared/domain/formula-text.ts'
import { formatInstant } from '../../app/formats.ts'
import { actorText, changeLine, procedureText, roleText, type WordsOfEntries } from './entry-words.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** As Excel and WPS read it without asking; no text can become a formula. */
export function entriesCsv(entries: readonly AuditEntry[], words: WordsOfEntries): string {
  const { t, zone } = words
  const head = [
    t('audit.list.sequence'),
    t('audit.list.at'),
    t('audit.list.actor'),
    t('audit.list.role'),
    t('audit.list.what'),
    t('audit.list.records'),
  ]
  const rows = entries.map((entry) => [
    String(entry.sequence),
    formatInstant(entry.at, zone),
    actorText(entry, words),
    roleText(entry.role, t),
    procedureText(entry.procedure, t),
    entry.changes.map((change) => changeLine(change, words)).join('\n'),
  ])
  return `${BYTE_ORDER_MARK}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  return `"${guardText(text).replaceAll('"', '""')}"`
}
