import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { useSignedIn } from '../../app/session.ts'
import { useClient } from '../../services/use-client.ts'
import { useSaveTable } from '../../ui/table/use-save-table.ts'
import { auditFilterStore, criteriaOf } from './audit-filter-store.ts'
import { entriesTable } from './entries-table.ts'
import { useEntryWords } from './use-entry-words.ts'

const MOST = 5_000
const AT_ONCE = 500

/** Saves what the filter finds, newest first. */
export function useSaveEntries() {
  const words = useEntryWords()
  const { t } = words
  const client = useClient()
  const { today } = useSignedIn()
  return useSaveTable(async () => {
    const criteria = criteriaOf(auditFilterStore.getState())
    const found: AuditEntry[] = []
    let total = Number.POSITIVE_INFINITY
    while (found.length < Math.min(total, MOST)) {
      const page = await client.audit.list({ ...criteria, limit: AT_ONCE, offset: found.length })
      total = page.total
      if (page.entries.length === 0) break
      found.push(...page.entries)
    }
    const isCut = total > found.length
    return {
      title: `${t('audit.fileName')} ${today}`,
      ...entriesTable(found, words),
      notice: t(isCut ? 'audit.exportMost' : 'audit.exportDone', { count: found.length }),
    }
  })
}
