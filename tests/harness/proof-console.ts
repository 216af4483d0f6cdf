import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareDataFolder } from '../../electron/hosts/data-folder.ts'
import { lockFolder } from '../../electron/hosts/folder-lock.ts'
import { startLoopback } from '../../electron/hosts/loopback.ts'
import { createService } from '../../electron/service/service.ts'
import { PROOF_NOW, proofPorts } from './proof-outlet.ts'

/** The browser shell in a process that a proof may kill, trace or starve. Prints its address, then launch codes. */
const { values } = parseArgs({
  options: { data: { type: 'string' }, tabs: { type: 'string' }, weak: { type: 'boolean' } },
})
const startedAt = Date.now()
const clock = { now: () => PROOF_NOW + Date.now() - startedAt }
const dataFolder = prepareDataFolder(values.data)
const lock = await lockFolder(dataFolder, 'browser')
const ports = proofPorts(dataFolder, clock)
// The negative control: a console that answers before its records are on disk.
if (values.weak) ports.database.pragma('synchronous = NORMAL')
const service = createService({ open: () => ports })
await service.tick()
const pageFolder = mkdtempSync(join(tmpdir(), 'chenxun-page-'))
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>proof</title>')
const loopback = await startLoopback({
  service,
  clock,
  pageFolder,
  port: 0,
  onFailure: (error) => console.error(error),
})
lock.offer({ router: service.router }, loopback.url)
const codes = Array.from({ length: Number(values.tabs ?? 1) }, () => loopback.newLaunchUrl().split('#launch=')[1])
console.log(JSON.stringify({ pid: process.pid, url: loopback.url, codes }))
