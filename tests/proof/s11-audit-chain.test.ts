import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { appendAuditEntry, verifyAuditChain } from '../../electron/service/audit/index.ts'
import type { Actor } from '../../electron/service/handlers.ts'
import { proved } from '../harness/proved.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const ENTRIES = 6
const ACTOR: Actor = { role: 'teller', staffId: 1, staffUid: 'uid-1', name: '许一诺' }
const INTEGERS = ['sequence', 'at']
const COLUMNS = [
  'sequence',
  'at',
  'actor_uid',
  'actor_name',
  'actor_role',
  'procedure',
  'changes',
  'previous_hash',
  'hash',
]

function append(database: Database, index: number, text = '整改'): void {
  appendAuditEntry(database, {
    at: 1_790_000_000_000 + index,
    actor: index % 2 ? ACTOR : { role: 'system', staffId: null, staffUid: null, name: 'system' },
    procedure: 'rectifications.move',
    changes: [{ record: 'rectification', uid: `r-${index}`, before: { state: 'found' }, after: { state: text } }],
  })
}

function chainOf(length: number, text?: string): Database {
  const { database } = createTestPorts()
  for (let index = 0; index < length; index++) append(database, index, text)
  return database
}

/** Tries a change and takes it back. */
function isFound(database: Database, change: () => void): boolean {
  database.exec('SAVEPOINT tampering')
  try {
    change()
    return !verifyAuditChain(database).ok
  } finally {
    database.exec('ROLLBACK TO tampering; RELEASE tampering')
  }
}

describe('S11 the chain in itself', () => {
  it('S11 finds every change of one bit in every stored column', () => {
    const database = chainOf(ENTRIES)
    let runs = 0
    const missed: string[] = []
    for (let sequence = 1; sequence <= ENTRIES; sequence++) {
      for (const column of COLUMNS) {
        const bits = flipsOf(database, column, sequence)
        for (const [bit, value] of bits.entries()) {
          runs++
          const cast = INTEGERS.includes(column) ? '?' : column.endsWith('hash') ? '?' : 'CAST(? AS TEXT)'
          const update = database.prepare(`UPDATE OR REPLACE audit_entry SET ${column} = ${cast} WHERE sequence = ?`)
          if (!isFound(database, () => void update.run(value, sequence)))
            missed.push(`${sequence} ${column} bit ${bit}`)
        }
      }
      for (const value of ['', 'uid-2']) {
        runs++
        const update = database.prepare('UPDATE audit_entry SET actor_uid = ? WHERE sequence = ? AND actor_uid IS NULL')
        const isNull = database.prepare('SELECT actor_uid IS NULL FROM audit_entry WHERE sequence = ?').pluck()
        if (isNull.get(sequence) === 0) continue
        if (!isFound(database, () => void update.run(value, sequence))) missed.push(`${sequence} actor_uid '${value}'`)
      }
    }
    expect(runs).toBeGreaterThan(10_000)
    proved({ id: 'S11', runs, bad: missed.length })
    expect(missed).toEqual([])
  })

  it('S11 finds what was deleted, inserted, put elsewhere or doubled', () => {
    const database = chainOf(ENTRIES)
    const copy = (from: number, to: number) =>
      database.exec(`INSERT INTO audit_entry SELECT ${to}, at, actor_uid, actor_name, actor_role, procedure, changes,
        previous_hash, hash FROM audit_entry WHERE sequence = ${from}`)
    const makeRoom = (from: number) =>
      database.exec(`UPDATE audit_entry SET sequence = -sequence WHERE sequence >= ${from};
        UPDATE audit_entry SET sequence = 1 - sequence WHERE sequence < 0`)
    const tricks: (() => void)[] = []
    for (let one = 1; one <= ENTRIES; one++) {
      if (one < ENTRIES) {
        tricks.push(() => database.exec(`DELETE FROM audit_entry WHERE sequence = ${one}`))
        tricks.push(() =>
          database.exec(`DELETE FROM audit_entry WHERE sequence = ${one};
            UPDATE audit_entry SET sequence = -sequence WHERE sequence > ${one};
            UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence < 0`),
        )
      }
      tricks.push(() => copy(one, ENTRIES + 1))
      tricks.push(() => {
        makeRoom(one)
        copy(one === ENTRIES ? 1 : ENTRIES + 1, one)
      })
      for (let other = one + 1; other <= ENTRIES; other++) {
        tricks.push(() =>
          database.exec(`UPDATE audit_entry SET sequence = -1 WHERE sequence = ${one};
            UPDATE audit_entry SET sequence = ${one} WHERE sequence = ${other};
            UPDATE audit_entry SET sequence = ${other} WHERE sequence = -1`),
        )
      }
    }
    const missed = tricks.filter((trick) => !isFound(database, trick))
    proved({ id: 'S11', runs: tricks.length, bad: missed.length })
    expect(verifyAuditChain(database)).toMatchObject({ ok: true, entries: ENTRIES })
  })
})

function flipsOf(database: Database, column: string, sequence: number): (bigint | Buffer)[] {
  const text = INTEGERS.includes(column) ? column : `CAST(${column} AS BLOB)`
  const value: unknown = database.prepare(`SELECT ${text} FROM audit_entry WHERE sequence = ?`).pluck().get(sequence)
  if (value === null) return []
  if (!(value instanceof Buffer)) {
    return Array.from({ length: 63 }, (_, bit) => BigInt(value as number) ^ (1n << BigInt(bit)))
  }
  return Array.from({ length: value.length * 8 }, (_, bit) => {
    const changed = Buffer.from(value)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return changed
  })
}

describe('S11 against a checkpoint from outside', () => {
  let outlet: TestOutlet
  beforeAll(async () => {
    outlet = await startTestOutlet()
  })

  it('S11 signs exact bytes as a C2SP note, under the key of this data folder', async () => {
    const { note, size, head } = await outlet.as('outlet-head').audit.checkpoint({})
    const [origin = '', count, root = '', empty, signed = '', last] = note.split('\n')
    expect([count, empty, last]).toEqual([String(size), '', ''])
    expect(Buffer.from(root, 'base64').toString('hex')).toBe(head)
    const [dash, name, blob = ''] = signed.split(' ')
    expect([dash, name]).toEqual(['\u2014', origin])
    const bytes = Buffer.from(blob, 'base64')
    const raw = outlet.ports.signer.publicKey()
    const keyId = createHash('sha256')
      .update(Buffer.concat([Buffer.from(`${origin}\n\u0001`), raw]))
      .digest()
      .subarray(0, 4)
    expect(bytes.subarray(0, 4)).toEqual(keyId)
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
      format: 'jwk',
    })
    expect(verify(null, Buffer.from(`${origin}\n${count}\n${root}\n`), key, bytes.subarray(4))).toBe(true)
  })

  it('S11 finds every cut tail and every whole rewrite by any one checkpoint, whole or as its code', async () => {
    const { database } = outlet.ports
    const kept: { note: string; code: string }[] = []
    for (let index = 0; index < 6; index++) {
      append(database, index)
      kept.push(await outlet.operator.audit.checkpoint({}))
    }
    append(database, 7)
    const size = verifyAuditChain(database).entries
    const verdicts: string[] = []
    let runs = 0
    const expectAll = async (wanted: string, which = kept) => {
      for (const against of which.flatMap(({ note, code }) => [note, code])) {
        runs++
        const { verdict } = await outlet.operator.audit.compare({ against })
        if (verdict !== wanted) verdicts.push(`${verdict}, not ${wanted}`)
      }
    }
    await expectAll('sound')
    database.exec('SAVEPOINT tampering')
    for (let cut = 1; cut <= 6; cut++) {
      database.prepare('DELETE FROM audit_entry WHERE sequence > ?').run(size - 1 - cut)
      expect(verifyAuditChain(database).ok).toBe(true)
      await expectAll('tail-cut', kept.slice(-cut))
    }
    database.exec('ROLLBACK TO tampering')
    database.exec('DELETE FROM audit_entry')
    for (let index = 0; index < size; index++) append(database, index, '编造')
    expect(verifyAuditChain(database)).toMatchObject({ ok: true, entries: size })
    await expectAll('rewritten')
    database.exec('ROLLBACK TO tampering; RELEASE tampering')
    await expectAll('sound')
    proved({ id: 'S11', runs, bad: verdicts.length })
    expect(verdicts).toEqual([])
  })

  it('S11 knows a checkpoint signed by another key, and text that is none', async () => {
    const { note } = await createForeign()
    expect(await outlet.operator.audit.compare({ against: note })).toMatchObject({ ok: false })
    await expect(outlet.operator.audit.compare({ against: 'A12' })).rejects.toMatchObject({
      data: { reason: 'notACheckpoint' },
    })
    const { note: own } = await outlet.operator.audit.checkpoint({})
    const { signer } = outlet.ports
    outlet.ports.signer = createTestPorts().signer
    expect(await outlet.operator.audit.compare({ against: own })).toMatchObject({ verdict: 'not-ours', ok: false })
    outlet.ports.signer = signer
  })

  async function createForeign() {
    const other = await startTestOutlet()
    return other.operator.audit.checkpoint({})
  }
})
