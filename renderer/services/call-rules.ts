import { travelsAsFile } from '../../shared/file-calls.ts'
import { metaOf } from './procedure-meta.ts'

const LIMIT_MS = 20_000
const LONG_LIMIT_MS = 120_000
const LONG_FEATURES = new Set(['imports', 'reports', 'bundles', 'backups', 'recovery', 'workspaces'])
/** A person waits for what a command did, so it does not wait long for a lost connection. */
const COMMAND_WAIT_MS = 3_000

export interface CallRules {
  limitMs: number
  /** How long to wait for a connection that is being made. */
  waitMs: number
  /** Reads may be sent twice. A command may have happened although its answer was lost. */
  mayRepeat: boolean
  isStream: boolean
}

export function rulesOf(path: readonly string[]): CallRules {
  const isQuery = metaOf(path)?.kind === 'query'
  const isLong = LONG_FEATURES.has(path[0] ?? '') || travelsAsFile(path)
  const limitMs = isLong ? LONG_LIMIT_MS : LIMIT_MS
  const isStream = path[0] === 'events'
  return { limitMs, waitMs: isQuery ? limitMs : COMMAND_WAIT_MS, mayRepeat: isQuery && !isStream, isStream }
}
