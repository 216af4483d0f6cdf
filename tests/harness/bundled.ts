import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
/** Threads lie beside the program that starts them. */
const WORKERS = {
  'file-worker': join(ROOT, 'electron/hosts/file-worker.ts'),
  'backup-worker': join(ROOT, 'electron/hosts/backup-worker.ts'),
  'soundness-worker': join(ROOT, 'electron/hosts/soundness-worker.ts'),
  'demonstration-worker': join(ROOT, 'electron/hosts/demonstration-worker.ts'),
  'photo-worker': join(ROOT, 'electron/hosts/photo-worker.ts'),
}
const bundles = new Map<string, Promise<string>>()

/** A script of the tests in one file: a proof starts it hundreds of times, and reading the sources takes a second each. */
export function bundled(entry: string): Promise<string> {
  let known = bundles.get(entry)
  if (!known) {
    known = bundle(entry)
    bundles.set(entry, known)
  }
  return known
}

async function bundle(entry: string): Promise<string> {
  const name = basename(entry, '.ts')
  const outDir = join(ROOT, 'out', 'proof', `${name}-${process.pid}`)
  mkdirSync(outDir, { recursive: true })
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rolldownOptions: { input: { [name]: entry, ...WORKERS }, output: { entryFileNames: '[name].js' } },
    },
  })
  return join(outDir, `${name}.js`)
}
