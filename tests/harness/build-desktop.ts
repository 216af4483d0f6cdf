import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')

/** Main, preload and service as they are shipped, with the smallest page. Inside the project, where packages are found. */
export async function buildDesktop(): Promise<{ outFolder: string; remove(): void }> {
  const cache = join(ROOT, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const outFolder = mkdtempSync(join(cache, 'desktop-'))
  await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--config',
      'tests/standin/desktop.vite.config.ts',
      '--logLevel',
      'warn',
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', STANDIN_OUT: outFolder } },
  )
  return { outFolder, remove: () => rmSync(outFolder, { recursive: true, force: true }) }
}
