import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Spawned {
  child: ChildProcess
  /** The next line of stdout; undefined when there is none any more. */
  nextLine(): Promise<string | undefined>
  stderr(): string
  ended: Promise<number | null>
}

/** A real process that goes with the test. */
export function spawnForTest(command: string, args: string[], env: Record<string, string> = {}): Spawned {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    ended,
    stderr: () => errors,
    nextLine: async () => (await lines.next()).value as string | undefined,
  }
}
