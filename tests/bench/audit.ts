import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendAuditEntry, verifyAuditChain } from '../../electron/service/audit/index.ts'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { type Result, result } from './result.ts'

const ENTRIES = 100_000
const TURNS = 5
const ACTOR = { role: 'lobby-manager', staffId: 1, staffUid: '01K', name: '沈知夏', hasOneTimePin: false } as const

/** A walk over a whole chain of entries like those of a round that was handed in. */
export function auditFigures(): Result {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-bench-audit-'))
  const database = openDatabase(join(folder, 'audit.db'))
  try {
    migrate(database, migrations)
    database.transaction(() => {
      for (let at = 0; at < ENTRIES; at++) {
        const after = { status: 'submitted', note: '卷帘门轨道有异响，已报修', digest: 'f'.repeat(64) }
        const changes = [{ record: 'patrol' as const, uid: `patrol-${at}`, before: null, after }]
        appendAuditEntry(database, { at, actor: ACTOR, procedure: 'patrols.submit', changes })
      }
    })()
    const durations: number[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      const startedAt = performance.now()
      const verdict = verifyAuditChain(database)
      durations.push(performance.now() - startedAt)
      if (!verdict.ok || verdict.entries !== ENTRIES) throw new Error('the chain of the bench does not hold')
    }
    return result(
      'an audit chain of 100,000 entries',
      durations.sort((a, b) => a - b)[TURNS >> 1] ?? 0,
      0,
      1000,
      'ours',
    )
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
