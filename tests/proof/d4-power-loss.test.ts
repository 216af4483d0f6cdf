import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { createRandom } from '../../electron/service/samples/index.ts'
import { bundled } from '../harness/bundled.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { Disk, type Step, traced } from '../harness/power-loss.ts'
import { buildOlderFile, buildProofOutlet } from '../harness/proof-outlet.ts'
import { proved, times } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

const OPERATIONS = ['save', 'backup', 'open'] as const
/** Of each operation; a thousand in a night. */
const IMAGES = times(40, 350)
const SAMPLES = join(import.meta.dirname, '../integration/imports-samples')
const NOTHING: Step = { kind: 'said', text: '' }
const reason = missing('strace')
const { list, verify } = createBackupJobs()

interface Said {
  saved?: string
  backup?: string
  done?: boolean
}

describe.skipIf(reason)(`D4 survives a loss of power${reason ? ` (${reason})` : ''}`, () => {
  let script = ''
  beforeAll(async () => {
    script = await bundled(join(import.meta.dirname, '../harness/proof-operation.ts'))
  })

  it.each(OPERATIONS)(
    'finds every acknowledged record and a whole file in each image of the disk during %s',
    async (operation) => {
      const template = temporaryFolder()
      if (operation === 'open') buildOlderFile(template)
      else await buildProofOutlet(template)
      const folder = temporaryFolder()
      cpSync(template, folder, { recursive: true })
      const program = [process.execPath, script, operation, folder, SAMPLES]
      const steps = await traced(program, folder, join(temporaryFolder(), 'trace'))
      const moments = steps.flatMap(({ kind }, index) => (kind === 'sync' || kind === 'said' ? index : []))
      expect(steps.flatMap(saidIn).some(({ done }) => done)).toBe(true)
      expect(moments.length).toBeGreaterThan(5)
      const bad = await badImages(template, steps, moments, operation, IMAGES)
      expect(bad).toEqual([])
      proved({ id: 'D4', runs: IMAGES, bad: bad.length })
      if (operation !== 'save') return
      // The proof can fail: a log that nobody puts on disk loses what was acknowledged.
      const unsynced = steps.map((step) => (step.kind === 'sync' && step.path.endsWith('-wal') ? NOTHING : step))
      expect((await badImages(template, unsynced, moments, operation, 20)).join()).toContain('lost')
    },
    times(120_000, 1_800_000),
  )
})

async function badImages(
  template: string,
  steps: readonly Step[],
  moments: readonly number[],
  operation: string,
  count: number,
): Promise<string[]> {
  const random = createRandom(20_261_122)
  const bad: string[] = []
  for (let run = 0; run < count; run++) {
    const moment = moments[run % moments.length] ?? 0
    const image = temporaryFolder()
    const disk = new Disk(template)
    for (const step of steps.slice(0, moment)) disk.take(step)
    disk.writeImage(image, random.next)
    const faults = await faultsOf(image, steps.slice(0, moment), operation)
    if (faults.length > 0) bad.push(`before step ${moment}: ${faults.join('; ')}`)
    rmSync(image, { recursive: true })
  }
  return bad
}

function saidIn(step: Step): Said[] {
  return step.kind === 'said'
    ? step.text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Said)
    : []
}

async function faultsOf(folder: string, steps: readonly Step[], operation: string): Promise<string[]> {
  const faults: string[] = []
  const said = steps.flatMap(saidIn)
  const database = openDatabase(join(folder, 'chenxun.db'))
  try {
    const verdict = database.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') faults.push(String(verdict))
    if (operation !== 'open') {
      if (!verifyAuditChain(database).ok) faults.push('audit chain')
      const kept = new Set(
        database
          .prepare('SELECT item.id FROM patrol_answer JOIN checklist_item item ON item.no = item_no')
          .pluck()
          .all(),
      )
      for (const { saved } of said) if (saved && !kept.has(saved)) faults.push(`lost ${saved}`)
    }
  } finally {
    database.close()
  }
  const good = (await list({ folder: join(folder, 'backups') })) ?? []
  for (const { id } of good) {
    const path = join(folder, 'backups', id)
    await verify({ path, workshop: folder }).catch((error: unknown) => faults.push(`bad ${id}: ${String(error)}`))
  }
  for (const { backup } of said) {
    if (backup && !good.some(({ id, isGood }) => isGood && backup.includes(id))) faults.push(`lost ${backup}`)
  }
  return faults
}
