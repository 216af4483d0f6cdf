import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { DEFAULT_ZONE } from '../../shared/domain/business-day.ts'
import { bundled } from '../harness/bundled.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { buildOlderFile, buildProofOutlet, PROOF_NOW } from '../harness/proof-outlet.ts'
import { IS_LONG, proved, times } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

const SAMPLES = join(import.meta.dirname, '../integration/imports-samples')
const SYSTEM_CALLS = ['pwrite64', 'fdatasync', 'fsync', 'ftruncate', 'rename', 'unlink'] as const
const ERRORS = ['EIO', 'ENOSPC', 'EDQUOT'] as const
const OPERATIONS = ['save', 'import', 'backup', 'restore', 'open'] as const
/** So many depths at which a call of a kind fails. */
const REACH = times(5, 60)
const LANES = 2
const reason = missing('strace')
const { verify } = createBackupJobs()

type Operation = (typeof OPERATIONS)[number]

interface Injection {
  operation: Operation
  systemCall: (typeof SYSTEM_CALLS)[number]
  error: (typeof ERRORS)[number]
  /** `3`: only the third call; `3+`: from the third on. */
  when: string
}

interface Line {
  saved?: string
  imported?: string
  /** Path without its ending. */
  backup?: string
  restored?: string
  done?: boolean
  failed?: { code: string; message: string }
}

describe.skipIf(reason)(`D3 survives a disk that fails${reason ? ` (${reason})` : ''}`, () => {
  let script = ''
  const templates = {} as Record<Operation, string>

  beforeAll(async () => {
    script = await bundled(join(import.meta.dirname, '../harness/proof-operation.ts'))
  })

  it(
    'loses nothing acknowledged, breaks no file and says so in a sentence',
    async () => {
      templates.save = temporaryFolder()
      await buildProofOutlet(templates.save)
      templates.import = templates.save
      templates.backup = templates.save
      templates.restore = temporaryFolder()
      cpSync(templates.save, templates.restore, { recursive: true })
      await takeBackup(templates.restore)
      templates.open = temporaryFolder()
      buildOlderFile(templates.open)
      const injections = listInjections()
      const bad: string[] = []
      let hit = 0
      await inLanes(injections, async (injection) => {
        const folder = temporaryFolder()
        cpSync(templates[injection.operation], folder, { recursive: true })
        const { lines, exitCode } = await run(injection, folder)
        if (lines.some(({ failed }) => failed)) hit++
        const faults = await faultsOf(injection, folder, lines, exitCode)
        if (faults.length > 0) bad.push(`${JSON.stringify(injection)}: ${faults.join('; ')}`)
      })
      expect(bad).toEqual([])
      expect(hit).toBeGreaterThan(injections.length / 4)
      proved({ id: 'D3', runs: injections.length, bad: bad.length })
    },
    times(600_000, 6_000_000),
  )

  function run({ operation, systemCall, error, when }: Injection, folder: string) {
    const inject = `inject=${systemCall}:error=${error}:when=${when}`
    const child = spawn(
      'strace',
      ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${systemCall}`, '-e', inject].concat([
        process.execPath,
        script,
        operation,
        folder,
        SAMPLES,
      ]),
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    return new Promise<{ lines: Line[]; exitCode: number | null }>((resolve) => {
      child.once('close', (exitCode) =>
        resolve({
          exitCode,
          lines: text
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Line),
        }),
      )
    })
  }
})

/** Every error once and for good, at different depths of every operation; the same list each time. */
function listInjections(): Injection[] {
  const injections: Injection[] = []
  for (const operation of OPERATIONS) {
    for (const [index, systemCall] of SYSTEM_CALLS.entries()) {
      const reach = systemCall === 'pwrite64' || systemCall === 'fdatasync' ? REACH : Math.ceil(REACH / 3)
      for (let step = 1; step <= reach; step++) {
        const error = ERRORS[(step + index) % ERRORS.length] ?? 'EIO'
        const k = IS_LONG ? step : step * step
        injections.push({ operation, systemCall, error, when: `${k}${step % 2 ? '' : '+'}` })
      }
    }
  }
  return injections
}

async function takeBackup(folder: string): Promise<void> {
  const places = {
    database: join(folder, 'chenxun.db'),
    files: join(folder, 'files'),
    appVersion: 'test',
    signingKey: join(folder, 'audit-key.pem'),
  }
  const wish = { reason: 'manual', takenAt: PROOF_NOW } as const
  const { make } = createBackupJobs()
  await make({ places: { ...places, folder: join(folder, 'backups') }, wish, zone: DEFAULT_ZONE })
}

async function faultsOf(
  { operation }: Injection,
  folder: string,
  lines: readonly Line[],
  exitCode: number | null,
): Promise<string[]> {
  const faults: string[] = []
  if (exitCode === null || exitCode > 3) faults.push(`exit ${exitCode}`)
  const failures = lines.flatMap(({ failed }) => failed ?? [])
  if (failures.length === 0 && !lines.some(({ done }) => done)) faults.push('neither done nor failed')
  for (const { code, message } of failures) {
    if (!code.startsWith('storage-') || !/[一-鿿]{4}/.test(message)) faults.push(`no sentence: ${code} ${message}`)
    if (/删除|清空|delete/i.test(message)) faults.push(`offers to delete: ${message}`)
  }
  for (const { backup } of lines) {
    if (backup === undefined) continue
    const path = backup.replace(/\.db$/, '')
    await verify({ path, workshop: folder }).catch((error: unknown) => faults.push(`bad backup: ${String(error)}`))
  }
  const database = openDatabase(join(folder, 'chenxun.db'))
  try {
    if (database.pragma('quick_check', { simple: true }) !== 'ok') faults.push('quick_check')
    if (operation === 'open') return faults
    if (!verifyAuditChain(database).ok) faults.push('audit chain')
    const kept = new Set(
      database.prepare('SELECT item.id FROM patrol_answer JOIN checklist_item item ON item.no = item_no').pluck().all(),
    )
    for (const { saved } of lines) if (saved && !kept.has(saved)) faults.push(`lost ${saved}`)
    const imports = new Set(database.prepare('SELECT uid FROM import_run').pluck().all())
    for (const { imported } of lines) if (imported && !imports.has(imported)) faults.push(`lost import ${imported}`)
    if (operation === 'restore' && wasRestored(database) !== lines.some(({ restored }) => restored)) {
      faults.push('a restore that is not what was said of it')
    }
  } finally {
    database.close()
  }
  return faults
}

function wasRestored(database: Database): boolean {
  return database.prepare("SELECT 1 FROM audit_entry WHERE procedure = 'backups.restore'").get() !== undefined
}

async function inLanes<T>(work: readonly T[], one: (piece: T) => Promise<void>): Promise<void> {
  const queue = [...work]
  const lane = async () => {
    for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) await one(piece)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
