import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { createPinHash } from '../../electron/hosts/ports/pin-hash.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proofPorts } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

const EACH = 40

interface Planted {
  word: string
  /** Drafts are what people typed: they stand in the records and in copies of them, nowhere else. */
  mayBeInRecords: boolean
}

/** Digits that occur nowhere by chance. */
const digits = (kind: number, index: number) => `91${kind}7${String(index * 7919 + 10_007).padStart(6, '0')}53`

function filesUnder(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path) }))
}

describe('S15 secrets and personal words stay where they belong', () => {
  it('S15 two hundred and more are in no log, diagnosis, audit, manifest or error', async () => {
    const folder = temporaryFolder()
    const ports = proofPorts(folder)
    ports.pinHash = createPinHash({ ln: 4, r: 8, p: 1 })
    const planted: Planted[] = []
    const plant = (word: string, mayBeInRecords = false) => {
      planted.push({ word, mayBeInRecords })
      return word
    }
    let oneTime = 0
    ports.ids = { ...ports.ids, digits: () => plant(digits(1, ++oneTime)) }
    const letters = ports.ids.letters
    ports.ids.letters = (count) => plant(letters(count))

    const service = createService({ open: () => ports })
    const client = (seat: string, as?: 'operator') =>
      createRouterClient(service.router, { context: as ? { seat, as } : { seat } }) as Client
    const answers: unknown[] = []
    const note = (answer: Promise<unknown>) =>
      answer.then(
        () => undefined,
        (error: { code?: string; message?: string; data?: unknown }) =>
          void answers.push([error.code, error.message, error.data]),
      )
    const nobody = client('nobody')
    const operator = client('operator', 'operator')
    const { head: made } = await nobody.people.setUpOutlet({ code: 'S15', name: '哨兵网点', headName: '林予安' })
    const head = client('head')
    await head.people.signIn({ personUid: made.uid, pin: made.oneTimePin })
    const headPin = plant(digits(2, 0))
    await head.people.changePin({ oldPin: made.oneTimePin, newPin: headPin })

    const passphrase = plant('哨兵口令-kx7q-柳岸')
    const { recoveryKey } = await head.vault.setUp({ passphrase })
    plant(recoveryKey)
    const people: string[] = []
    for (let index = 1; index <= EACH; index++) {
      const blank = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }
      const { person, oneTimePin } = await operator.people.add({ name: `员工${index}`, post: 'teller', ...blank })
      people.push(person.uid)
      const own = client(person.uid)
      await own.people.signIn({ personUid: person.uid, pin: oneTimePin })
      await note(own.people.changePin({ oldPin: oneTimePin, newPin: `${plant(digits(3, index))}x` }))
      await own.people.changePin({ oldPin: oneTimePin, newPin: plant(digits(2, index)) })
      await note(nobody.people.signIn({ personUid: person.uid, pin: plant(digits(4, index)) }))
      const key = `note/${index}`
      await own.drafts.put({ key, text: plant(`哨兵草稿${index}-kx7q`, true) })
      const cell = { table: 'draft', row: key, column: 'text' }
      await head.drafts.put({ key, text: ports.vault.seal(person.uid, cell, plant(`哨兵心事${index}-kx7q`)) })
    }
    await note(nobody.people.recover({ code: plant('SENTN-ELKX7-QQQQQ-00000-11111') }))
    await note(head.people.reissueRecovery({ pin: plant(digits(5, 1)) }))
    await note(head.vault.unlock({ passphrase: plant('哨兵错口令-kx7q') }))
    await note(head.vault.unlock({ passphrase: { word: plant('哨兵错形-kx7q') } } as never))
    await note(head.drafts.put({ key: plant('哨兵 错的键 kx7q'), text: plant('哨兵错稿-kx7q') }))
    await note(head.vault.changePassphrase({ passphrase: plant('短-kx7q') }))
    await note(
      operator.backups.make({
        to: { folder: join(folder, 'inside'), receiver: null },
        passphrase: plant('哨兵备份口令-kx7q'),
      }),
    )
    const { path: manifest } = await head.backups.make({})

    const { entries } = await head.audit.list({ limit: 500 })
    ports.database.exec('ALTER TABLE draft RENAME TO draft_away')
    await note(head.drafts.put({ key: 'new', text: plant('哨兵落空-kx7q') }))
    ports.database.exec('ALTER TABLE draft_away RENAME TO draft')
    const logs = join(folder, 'logs', 'chenxun.log')
    const logged = readFileSync(logs, 'utf8')
    expect(logged).toContain('drafts.put')

    // Whatever a dependency might write into the log one day: the diagnosis holds none of it.
    for (const { word } of planted) {
      appendFileSync(
        logs,
        `${JSON.stringify({ at: new Date().toISOString(), level: 'error', where: word, error: word, message: word, stack: `Error: ${word}\n    at ${word} (/home/${word}/${word}.ts:1:1)` })}\n${word}\n`,
      )
    }
    const { text: diagnosis } = await head.audit.diagnose({})
    expect(diagnosis).toContain('"integrity": "ok"')
    service.close()

    expect(planted.length).toBeGreaterThanOrEqual(200)
    const sinks: Record<string, string | Buffer> = {
      log: logged,
      diagnosis,
      'audit export': JSON.stringify(entries),
      errors: JSON.stringify(answers),
      manifest: readFileSync(manifest, 'utf8'),
    }
    const bad: string[] = []
    for (const { word, mayBeInRecords } of planted) {
      for (const [sink, content] of Object.entries(sinks)) if (content.includes(word)) bad.push(`${word} in ${sink}`)
      if (mayBeInRecords) continue
      for (const { path, bytes } of filesUnder(folder))
        if (!path.startsWith('logs') && bytes.includes(word)) bad.push(`${word} in ${path}`)
    }
    const records = filesUnder(folder).filter(({ path }) => path.endsWith('.db'))
    expect(records.filter(({ bytes }) => bytes.includes('哨兵草稿1-kx7q')).length).toBeGreaterThanOrEqual(2)
    expect(answers.length).toBeGreaterThan(EACH)
    expect(bad).toEqual([])
    proved({ id: 'S15', runs: planted.length, bad: bad.length })
  })
})
