import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { prepareDataFolder } from '../../electron/hosts/data-folder.ts'
import { lockFolder } from '../../electron/hosts/folder-lock.ts'
import { startLoopback } from '../../electron/hosts/loopback.ts'
import { prepareSample } from '../../electron/hosts/sample-workspace.ts'
import { createService } from '../../electron/service/service.ts'

/** The browser shell as `serve` starts it, only at another time of day: rounds have their windows. */
const { values } = parseArgs({ options: { data: { type: 'string' }, at: { type: 'string' } } })
const base = Date.parse(values.at ?? '')
const startedAt = Date.now()
const clock = { now: () => base + (Date.now() - startedAt) }

const dataFolder = prepareDataFolder(values.data)
const lock = await lockFolder(dataFolder, 'browser')
const { portsOf, backupsOf, log } = createPortsFactory(dataFolder, clock)
const service = createService({
  open: portsOf,
  prepareSample: (onDay) => prepareSample(dataFolder, clock.now(), onDay),
  recovery: { backups: backupsOf('own'), clock, log },
  keepsBackups: true,
})
await service.tick()
setInterval(() => void service.tick(), 1000)
const loopback = await startLoopback({
  service,
  clock,
  pageFolder: join(import.meta.dirname, '../../out/renderer'),
  port: 0,
  onFailure: (error) => log.failure(error, 'host'),
})
lock.offer({ router: service.router, launchUrl: () => loopback.newLaunchUrl() }, loopback.url)
console.log(JSON.stringify({ url: loopback.newLaunchUrl() }))
