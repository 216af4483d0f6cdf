import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Client } from '../../shared/contract/index.ts'
import { connectTab } from '../harness/connect-tab.ts'
import { BENCH_NOW, BENCH_PIN } from './world.ts'

export interface BenchConsole {
  url: string
  /** Signed in as the lobby manager, over the socket, from another process. */
  client: Client
  readyMs: number
  memoryMb(): number
  launchUrl(): Promise<string>
  stop(): Promise<void>
}

const BUILT = join(import.meta.dirname, '../../out/main/serve.js')

export interface BuiltFigures {
  readyMs: number
  memoryMb: number
}

/** The built browser shell as `npm start` runs it: until its address is there, and what it holds after a month's page. */
export async function measureBuilt(folder: string): Promise<BuiltFigures> {
  const startedAt = performance.now()
  const script = `import('node:module').then(({ enableCompileCache }) => enableCompileCache?.())
    .then(() => import(${JSON.stringify(pathToFileURL(BUILT).href)}))
    .then(({ serve }) => serve({ dataFolder: ${JSON.stringify(folder)} })).then((serving) => {
      console.log(JSON.stringify({ url: serving.url }))
      process.once('SIGTERM', () => serving.close().then(() => process.exit()))
    })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  const readyMs = performance.now() - startedAt
  const { findRunning } = await import('../../electron/hosts/folder-lock.ts')
  await (await findRunning(folder))?.client.reports.preview({ kind: 'patrol-summary', month: '2026-10' })
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const memoryMb = residentMb(child)
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
  return { readyMs, memoryMb }
}

/** The real service in a process of its own on a world, reached as a page reaches it. */
export async function startConsole(folder: string): Promise<BenchConsole> {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../e2e/serve-at.ts'), '--data', folder, '--at', BENCH_NOW],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { url } = JSON.parse((await lines.next()).value as string) as { url: string }
  const readyMs = performance.now() - startedAt
  const client = await connect(url)
  const [person] = (await client.people.signInChoices({})).filter(({ post }) => post === 'lobby-manager')
  await client.people.signIn({ personUid: person?.uid ?? '', pin: BENCH_PIN })
  return {
    url,
    client,
    readyMs,
    memoryMb: () => residentMb(child),
    async launchUrl() {
      const { findRunning } = await import('../../electron/hosts/folder-lock.ts')
      return (await (await findRunning(folder))?.newLaunchUrl()) ?? ''
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** Another tab of a running console; nobody is signed in on it yet. */
export async function connect(url: string): Promise<Client> {
  const { origin, hash } = new URL(url)
  return (await connectTab(origin, hash.replace('#launch=', ''))).client
}

function residentMb(child: ChildProcess): number {
  if (process.platform !== 'linux') return 0
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
