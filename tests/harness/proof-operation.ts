import { openAsBlob } from 'node:fs'
import { basename, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describeCommandError } from '../../electron/hosts/commands/describe-command-error.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { storageFailure } from '../../electron/service/database/storage-failure.ts'
import { createFileJobs } from '../../electron/service/imports/file-jobs.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { proofPorts, signInWalker } from './proof-outlet.ts'

/**
 * One thing a console does, in a process whose disk fails under it: `save` 20 answers one by one, `import` a
 * spreadsheet, take a `backup`, `restore` the newest, or only `open`, which migrates an older file. Prints a line for
 * each acknowledged record and for each failure the sentence that a person would read.
 */
const [operation = '', folder = '', samples = ''] = process.argv.slice(2)
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

function printFailure(error: unknown): void {
  print({ failed: describeCommandError(storageFailure(error, '') ?? error, 'zh-CN') })
}

try {
  const opened = proofPorts(folder)
  // No threads: this file runs as one piece, and the disk fails for all of its process.
  const backups = { ...opened.backups, jobs: createBackupJobs() }
  const ports = { ...opened, fileJobs: createFileJobs(), backups }
  const service = createService({ open: () => ports })
  await service.tick()
  if (operation === 'save') await save(createRouterClient(service.router, { context: { seat: 'walker' } }) as Client)
  const operator = createRouterClient(service.router, { context: { seat: 'x', as: 'operator' } }) as Client
  if (operation === 'import') await importRoster(operator)
  if (operation === 'backup') print({ backup: (await operator.backups.make({})).path })
  if (operation === 'restore') await restoreNewest(operator)
  service.close()
  print({ done: true })
} catch (error) {
  printFailure(error)
}

async function save(client: Client): Promise<void> {
  await signInWalker(client, 0)
  const { patrols } = await client.patrols.day({})
  const uid = patrols[0]?.uid ?? ''
  const { items } = await client.patrols.sheet({ uid })
  for (const { id } of items.filter(({ reading }) => !reading).slice(0, 20)) {
    try {
      const answer = { item: id, value: 'fail' as const, note: '缺一件，已报修', basedOn: 0 }
      const { saved } = await client.patrols.answer({ uid, answers: [answer] })
      for (const { item } of saved) print({ saved: item })
    } catch (error) {
      printFailure(error)
    }
  }
}

async function importRoster(client: Client): Promise<void> {
  const path = join(samples, 'roster.xlsx')
  const { importUid } = await client.imports.confirmFile({
    kind: 'roster',
    file: await openAsBlob(path),
    fileName: basename(path),
  })
  print({ imported: importUid })
}

async function restoreNewest(client: Client): Promise<void> {
  const [newest] = (await client.backups.list({})).backups
  if (!newest) throw new Error('There is no backup to restore')
  print({ restored: (await client.backups.restore({ id: newest.id, place: 'here' })).undoId })
}
