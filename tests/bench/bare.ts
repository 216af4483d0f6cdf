import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { Durations, type Sample, sampleOf } from './sample.ts'

/** The same rows as ours on a bare table: one transaction of so many rows, synchronous FULL. */
export function rawCommit(rows: number, times: number): Sample {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-bare-'))
  const database = openDatabase(join(folder, 'bare.db'))
  database.exec(
    'CREATE TABLE row (round INTEGER, item INTEGER, value INTEGER, by INTEGER, at INTEGER, PRIMARY KEY (round, item)) STRICT, WITHOUT ROWID',
  )
  const insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?)')
  const commit = database.transaction((round: number) => {
    for (let item = 0; item < rows; item++) insert.run(round, item, 1, 3, 123_456)
  })
  let round = 0
  const sample = sampleOf(times, () => commit(++round))
  database.close()
  rmSync(folder, { recursive: true, force: true })
  return sample
}

/** A bare socket server in a thread of its own that sends back what it gets. */
export async function socketEcho(bytes: number, times: number): Promise<Sample> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const { WebSocketServer } = require('ws')
     const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => parentPort.postMessage(server.address().port))
     server.on('connection', (socket) => socket.on('message', (message) => socket.send(message)))`,
    { eval: true },
  )
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.once('open', resolve))
  const message = 'x'.repeat(bytes)
  const durations: number[] = []
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now()
    const answered = new Promise((resolve) => socket.once('message', resolve))
    socket.send(message)
    await answered
    durations.push(performance.now() - startedAt)
  }
  socket.terminate()
  await worker.terminate()
  return new Durations(durations)
}
