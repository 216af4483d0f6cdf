import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './node-version.mjs'
import { IS_PORTABLE } from './portable.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json']
const RESULTS = ['out/main/index.js', 'out/main/serve.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const STAMP = join(ROOT, 'out', 'sources.txt')
const LOCK = join(ROOT, 'node_modules', '.chenxun-build')
const STALE_LOCK_MS = 180_000

export class BuildFailedError extends Error {}

/** Builds unless the build is that of the sources as they are. Several callers at once build once. */
export async function ensureBuilt(announce = () => {}) {
  if (IS_PORTABLE || isBuilt()) return
  await takeLock()
  try {
    if (isBuilt()) return
    announce()
    const sources = describeSources()
    await build()
    writeFileSync(STAMP, sources)
  } finally {
    rmdirSync(LOCK)
  }
}

function isBuilt() {
  return (
    RESULTS.every((path) => existsSync(join(ROOT, path))) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === describeSources()
  )
}

function describeSources() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => filesUnder(join(ROOT, source))).sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const lock = statSync(LOCK, { throwIfNoEntry: false })
      // Whoever held it may let go, or clear it away, between any two of these lines.
      if (!lock) continue
      if (Date.now() - lock.mtimeMs > STALE_LOCK_MS) rmSync(LOCK, { recursive: true, force: true })
      else await wait(200)
    }
  }
}

/** Its warnings about other people's packages are left out. What it says goes to stderr: stdout belongs to the answer of the command that needed the build. */
function build() {
  const cli = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'error'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new BuildFailedError(`electron-vite ended with ${code}`)),
    )
  })
}
