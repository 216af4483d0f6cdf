import { openDatabase } from '../database/open-database.ts'

const UNSEALED = 'FROM mood_answer WHERE is_sealed = 0'

/**
 * Answers about moods that no key protects go into no copy: a backup outlives the days they may be kept, and nothing
 * could end them there. True where the copy was changed.
 */
export function leaveUnsealedOut(path: string): boolean {
  if (!hasUnsealed(path)) return false
  const copy = openDatabase(path)
  try {
    copy.exec(`DELETE ${UNSEALED}`)
  } finally {
    copy.close()
  }
  return true
}

function hasUnsealed(path: string): boolean {
  const copy = openDatabase(path, { readonly: true })
  try {
    const table = copy.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'mood_answer'").get()
    return table !== undefined && copy.prepare(`SELECT 1 ${UNSEALED} LIMIT 1`).get() !== undefined
  } finally {
    copy.close()
  }
}
