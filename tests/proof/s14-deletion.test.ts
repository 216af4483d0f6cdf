import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { restore } from '../../electron/hosts/commands/backup.ts'
import type { CommandOptions } from '../../electron/hosts/commands/command.ts'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { startBackupOutlet } from '../harness/backup-outlet.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { buildProofOutlet, PROOF_PIN, proofPorts, signInWalker } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

const PASSPHRASE = '柳岸路 的 春天 1987'
const SETTLED_MS = 31_000

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Of a copy of a folder whose console has closed. */
function findIn(folder: string, words: readonly string[]): string[] {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return filesUnder(copy).flatMap((path) => {
    const bytes = readFileSync(path)
    return words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${path.slice(copy.length)}`)
  })
}

/** Words that occur nowhere else, long enough to be told from chance. */
const wordsOf = (kind: string) => Array.from({ length: 25 }, (_, index) => `${kind}-哨兵词-${index}-kx7q`)

describe('S14 what was deleted is nowhere', () => {
  afterEach(() => void vi.useRealTimers())

  it('S14 drafts, words written over and sealed notes of the forgotten leave no byte in database, log or temporary file', async () => {
    const folder = temporaryFolder()
    await buildProofOutlet(folder)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const ports = proofPorts(folder)
    const service = createService({ open: () => ports })
    const client = (seat: string) => createRouterClient(service.router, { context: { seat } }) as Client
    const head = client('head')
    const walker = client('walker')
    const [person] = (await head.people.signInChoices({})).filter(({ post }) => post === 'outlet-head')
    await head.people.signIn({ personUid: person?.uid ?? '', pin: PROOF_PIN })
    await signInWalker(walker, 0)
    const teller = (await head.people.list({}))[2]?.uid ?? ''

    const discarded = wordsOf('discarded')
    const replaced = wordsOf('replaced')
    const sealed = wordsOf('sealed')
    await head.vault.setUp({ passphrase: PASSPHRASE })
    for (const [index, word] of discarded.entries()) {
      const key = `note/${index}`
      await walker.drafts.put({ key, text: `${word} `.repeat(40) })
      await walker.drafts.put({ key: 'one', text: replaced[index] ?? '' })
      const cell = { table: 'draft', row: `s/${index}`, column: 'text' }
      await head.drafts.put({ key: `s/${index}`, text: ports.vault.seal(teller, cell, sealed[index] ?? '') })
    }
    const log = `${ports.backups.places.database}-wal`
    expect(statSync(log).size).toBeGreaterThan(0)
    for (const index of discarded.keys()) {
      await walker.drafts.discard({ key: `note/${index}` })
      await head.drafts.discard({ key: `s/${index}` })
    }
    await walker.drafts.discard({ key: 'one' })
    await head.vault.forget({ personUid: teller })
    vi.advanceTimersByTime(SETTLED_MS)
    expect(statSync(log).size).toBe(0)
    vi.useRealTimers()
    service.close()

    const words = [...discarded, ...replaced, ...sealed]
    const found = findIn(folder, words)
    expect(found).toEqual([])
    proved({ id: 'S14', runs: words.length, bad: found.length })
  })

  it('S14 finds a word that was not deleted, so it would find one that was left behind', async () => {
    const folder = temporaryFolder()
    await buildProofOutlet(folder)
    const ports = proofPorts(folder)
    const service = createService({ open: () => ports })
    const walker = createRouterClient(service.router, { context: { seat: 'walker' } }) as Client
    await signInWalker(walker, 0)
    await walker.drafts.put({ key: 'kept', text: 'kept-哨兵词-kx7q' })
    service.close()
    expect(findIn(folder, ['kept-哨兵词-kx7q'])).toHaveLength(1)
  })

  it('S14 the notes of a forgotten person open from no earlier backup, those of the others from each', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const gone = outlet.people.teller ?? ''
    const stays = outlet.people['lobby-manager'] ?? ''
    const { recoveryKey } = await head.vault.setUp({ passphrase: PASSPHRASE })
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const cellOf = (uid: string) => ({ table: 'draft', row: `note/${uid}`, column: 'text' })
    for (const uid of [gone, stays])
      await head.drafts.put({ key: `note/${uid}`, text: outlet.ports.vault.seal(uid, cellOf(uid), `关于 ${uid} 的话`) })
    const { path, deliveredPath } = await head.backups.make({})

    const isCurrent = async () => (await head.vault.status({})).copyAtTarget
    await head.vault.changePassphrase({ passphrase: PASSPHRASE })
    await expect.poll(isCurrent).toBe('current')
    const before = await onNewMachine(deliveredPath ?? '', { passphrase: PASSPHRASE }, [gone, stays])
    expect(before).toEqual([`关于 ${gone} 的话`, `关于 ${stays} 的话`])

    const keys = JSON.parse(readFileSync(join(outlet.backups, 'vault.keys'), 'utf8')) as {
      people: Record<string, string>
    }
    await head.vault.forget({ personUid: gone })
    await expect.poll(isCurrent).toBe('current')
    const secrets = [{ passphrase: PASSPHRASE }, { recoveryKey: recoveryKey.replaceAll('-', '') }]
    let bad = 0
    let runs = 0
    for (const from of [path, deliveredPath ?? '']) {
      for (const secret of secrets) {
        runs += 2
        const opened = await onNewMachine(from, secret, [gone, stays])
        if (opened[0] !== 'vaultForgotten') bad++
        if (opened[1] !== `关于 ${stays} 的话`) bad++
      }
    }
    outlet.service.close()
    const left = [outlet.folder, outlet.disk].flatMap((folder) => findIn(folder, [keys.people[gone] ?? '']))
    expect(left).toEqual([])
    proved({ id: 'S14', runs: runs + 2, bad: bad + left.length })
  })
})

type Secret = { passphrase?: string; recoveryKey?: string }

/** Restores into an empty folder as the command line does, unlocks, and reads the sealed notes of these people. */
async function onNewMachine(from: string, secret: Secret, people: readonly string[]): Promise<string[]> {
  const folder = join(temporaryFolder(), 'new')
  await restore({ from, to: folder } as CommandOptions)
  const factory = createPortsFactory(folder)
  const ports = factory.portsOf('own')
  try {
    expect(await ports.vault.unlock(secret)).toBe(true)
    const read = ports.database.prepare('SELECT text FROM draft WHERE key = ?').pluck()
    return people.map((uid) => {
      const cell = { table: 'draft', row: `note/${uid}`, column: 'text' }
      try {
        return ports.vault.open(uid, cell, String(read.get(`note/${uid}`)))
      } catch (error) {
        return error instanceof AppError ? error.detail.reason : String(error)
      }
    })
  } finally {
    ports.vault.close()
    ports.database.close()
    await factory.close()
  }
}
