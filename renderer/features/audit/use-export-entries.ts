import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { useSignedIn } from '../../app/session.ts'
import { describeError } from '../../services/describe-error.ts'
import { useClient } from '../../services/use-client.ts'
import { notify } from '../../ui/toast-store.ts'
import { auditFilterStore, criteriaOf } from './audit-filter-store.ts'
import { entriesCsv } from './entries-csv.ts'
import { useEntryWords } from './use-entry-words.ts'

const MOST = 5_000
const AT_ONCE = 500
const FORGET_AFTER_MS = 10_000

/** Saves what the filter finds as CSV, newest first. */
export function useExportEntries(): () => Promise<void> {
  const words = useEntryWords()
  const { t } = words
  const client = useClient()
  const { today } = useSignedIn()
  return async () => {
    const criteria = criteriaOf(auditFilterStore.getState())
    const found: AuditEntry[] = []
    try {
      let total = Number.POSITIVE_INFINITY
      while (found.length < Math.min(total, MOST)) {
        const page = await client.audit.list({ ...criteria, limit: AT_ONCE, offset: found.length })
        total = page.total
        if (page.entries.length === 0) break
        found.push(...page.entries)
      }
      saveText(entriesCsv(found, words), `${t('audit.fileName')}-${today}.csv`)
      const isCut = total > found.length
      notify({ tone: 'done', text: t(isCut ? 'audit.exportMost' : 'audit.exportDone', { count: found.length }) })
    } catch (error) {
      const { what, safe, next } = describeError(error, t)
      notify({ tone: 'failed', text: what, more: `${safe} ${next}` })
    }
  }
}

function saveText(text: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS)
}
