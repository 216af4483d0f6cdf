import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { openDatabase } from '../../electron/service/database/open-database.ts'

/**
 * The bare part of a call that writes, in a process of its own: a socket that takes a message, commits so many rows to
 * a plain table in one transaction with our pragmas, and sends back as many bytes as it was told. Ends with its input.
 */
const folder = mkdtempSync(join(tmpdir(), 'chenxun-bare-'))
const database = openDatabase(join(folder, 'bare.db'))
database.exec(
  'CREATE TABLE row (round INTEGER, item INTEGER, value INTEGER, by INTEGER, at INTEGER, PRIMARY KEY (round, item)) STRICT, WITHOUT ROWID',
)
const insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?)')
const commit = database.transaction((round: number, rows: number) => {
  for (let item = 0; item < rows; item++) insert.run(round, item, 1, 3, 123_456)
})
let round = 0

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  const address = server.address()
  console.log(JSON.stringify({ port: typeof address === 'object' && address ? address.port : 0 }))
})
server.on('connection', (socket) => {
  socket.on('message', (message) => {
    const [rows = 0, bytes = 0] = String(message).slice(0, 20).split(',').map(Number)
    commit(++round, rows)
    socket.send('x'.repeat(bytes))
  })
})
process.stdin.resume().once('end', () => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit()
})
