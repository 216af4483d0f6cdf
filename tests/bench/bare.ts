import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

export interface Bare {
  /** One durable transaction of so many plain rows behind a plain socket, with as many bytes each way as ours. */
  write(rows: number, bytesThere: number, bytesBack: number): Promise<void>
  stop(): void
}

export async function startBare(): Promise<Bare> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-console.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { port } = JSON.parse((await lines.next()).value as string) as { port: number }
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
  await new Promise((resolve) => socket.once('open', resolve))
  return {
    async write(rows, bytesThere, bytesBack) {
      const answered = new Promise<void>((resolve) => socket.once('message', () => resolve()))
      socket.send(`${rows},${bytesBack},`.padEnd(bytesThere, 'x'))
      await answered
    },
    stop() {
      socket.terminate()
      child.stdin.end()
    },
  }
}
