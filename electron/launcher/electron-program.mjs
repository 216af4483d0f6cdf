import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './node-version.mjs'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
const FAILED = join(ROOT, 'node_modules', '.cache', 'chenxun', 'electron-not-fetched')
const PROGRAM =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
const PATIENCE_MS = 5_000
const NEXT_TRY_MS = 24 * 60 * 60_000

/** Where Electron's program lies, if it does. The package itself is never loaded: loading it starts a download. */
export function findElectron() {
  try {
    const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
    const path = given ? join(given, PROGRAM) : join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** One try. A download that takes longer goes on by itself, and the next start finds the program. */
export async function fetchElectron(announce) {
  const installer = join(PACKAGE, 'install.js')
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(installer) || hasFailedLately()) return undefined
  announce()
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', detached: true })
  child.unref()
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS)
    child.on('error', resolve)
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (code !== 0) rememberFailure()
      resolve()
    })
  })
  return findElectron()
}

function hasFailedLately() {
  const failed = statSync(FAILED, { throwIfNoEntry: false })
  return failed !== undefined && Date.now() - failed.mtimeMs < NEXT_TRY_MS
}

function rememberFailure() {
  mkdirSync(dirname(FAILED), { recursive: true })
  writeFileSync(FAILED, '')
}
