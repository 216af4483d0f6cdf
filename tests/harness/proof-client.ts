import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { bundled } from './bundled.ts'
import { connectTab } from './connect-tab.ts'

const CONSOLE = join(import.meta.dirname, 'proof-console.ts')

export interface ProofConsole {
  /** Of the console itself, also where it runs under a tracer. */
  pid: number
  child: ChildProcess
  /** Without a slash at its end. */
  origin: string
  /** One client a tab, each over a socket of its own, nobody signed in. */
  clients: Client[]
  /** Launch codes, tab tokens and tickets of its tabs. */
  secrets: readonly string[]
  /** Everything at once, as a power cut takes it. */
  kill(): Promise<void>
  stderr(): string
}

interface ConsoleOptions {
  tabs?: number
  /** Command and arguments put before Node: a tracer. */
  under?: readonly string[]
  /** Arguments of the console itself. */
  more?: readonly string[]
}

/** A console in a process of its own. Throws with what it wrote to standard error where it does not come up. */
export async function startProofConsole(
  folder: string,
  { tabs = 1, under = [], more = [] }: ConsoleOptions = {},
): Promise<ProofConsole> {
  const script = await bundled(CONSOLE)
  const [command, ...args] = [...under, process.execPath, script, '--data', folder, '--tabs', String(tabs), ...more]
  const child = spawn(command ?? '', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  onTestFinished(() => void child.kill('SIGKILL'))
  const line = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value as
    | string
    | undefined
  if (!line) throw new Error(errors || 'the console ended without a word')
  const { pid, url, codes } = JSON.parse(line) as { pid: number; url: string; codes: string[] }
  const origin = url.replace(/\/$/, '')
  const opened = await Promise.all(codes.map((code) => connectTab(origin, code)))
  return {
    pid,
    child,
    origin,
    clients: opened.map(({ client }) => client),
    secrets: [...codes, ...opened.flatMap(({ token, ticket }) => [token, ticket])],
    stderr: () => errors,
    async kill() {
      process.kill(pid, 'SIGKILL')
      await ended
      for (const tab of opened) tab.forget()
    },
  }
}
