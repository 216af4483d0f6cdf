import { join } from 'node:path'
import { build } from 'vite'
import { temporaryFolder } from './hosts.ts'

/** The smallest page with the real connection in it, built as the renderer is. */
export async function buildHostsPage(): Promise<string> {
  const outDir = join(temporaryFolder(), 'page')
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'hosts-page'),
    base: '/',
    logLevel: 'error',
    build: { outDir, target: 'chrome109', emptyOutDir: true },
  })
  return outDir
}
