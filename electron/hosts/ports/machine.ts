import { cpus, release, totalmem } from 'node:os'
import type { Machine } from '../../service/ports.ts'
import { appVersion } from './app-root.ts'

const MEGABYTE = 1024 * 1024

/** Of the program and the machine, nothing of whoever uses it. */
export const thisMachine: Machine = {
  facts: () => ({
    app: appVersion(),
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    platform: process.platform,
    architecture: process.arch,
    system: release(),
    processors: cpus().length,
    memoryMb: Math.round(totalmem() / MEGABYTE),
    usedMb: Math.round(process.memoryUsage.rss() / MEGABYTE),
    runningSeconds: Math.round(process.uptime()),
  }),
}
