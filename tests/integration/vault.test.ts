import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../electron/hosts/ports/vault/vault.ts'
import { answerKeychain, type SafeStorage } from '../../electron/main/keychain.ts'
import type { Keychain, Vault } from '../../electron/service/ports.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proved, times } from '../harness/proved.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const CHEAP = { ln: 4, r: 8, p: 1 }
const PASSPHRASE = '柳岸路 的 春天 1987'
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ012'
const PERSON = '00000000-0000-7000-8000-00000000000a'
const OTHER = '00000000-0000-7000-8000-00000000000b'
const CELL = { table: 'mood_note', row: '1', column: 'text' }

function vaultIn(folder: string, keychain: Keychain | null = null): Vault {
  return createVault({
    path: join(folder, 'vault.db'),
    copyFolder: join(folder, 'backups'),
    keychain,
    cost: CHEAP,
    uid: () => '00000000-0000-7000-8000-000000000001',
    letters: () => LETTERS,
    onFailure: () => undefined,
  })
}

async function openVault(folder = temporaryFolder(), keychain: Keychain | null = null): Promise<Vault> {
  const vault = vaultIn(folder, keychain)
  vault.setUp(await vault.make(PASSPHRASE))
  return vault
}

const reason = (wanted: string) => expect.objectContaining({ detail: expect.objectContaining({ reason: wanted }) })
function refusalOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('the vault', () => {
  it('opens a field in its own cell and for its own person only', async () => {
    const vault = await openVault()
    const sealed = vault.seal(PERSON, CELL, '孩子住院，最近睡不好')
    expect(sealed).not.toContain('孩子')
    expect(vault.open(PERSON, CELL, sealed)).toBe('孩子住院，最近睡不好')
    vault.seal(OTHER, CELL, '别人的')
    for (const [person, cell] of [
      [PERSON, { ...CELL, row: '2' }],
      [PERSON, { ...CELL, column: 'wish' }],
      [PERSON, { ...CELL, table: 'care_talk' }],
      [PERSON, { table: 'mood_note', row: '1text', column: '' }],
      [OTHER, CELL],
    ] as const) {
      expect(refusalOf(() => vault.open(person, cell, sealed))).toEqual(reason('vaultDamaged'))
    }
  })

  it('S15 refuses every single changed bit of a sealed field', async () => {
    const vault = await openVault()
    const sealed = vault.seal(PERSON, CELL, '心情 3')
    const bytes = Buffer.from(sealed.slice(3), 'base64')
    let opened = 0
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const answer = refusalOf(() => vault.open(PERSON, CELL, `v1.${changed.toString('base64')}`))
      if (typeof answer === 'string') opened++
    }
    for (const text of ['', 'v1.', 'v2.AAAA', sealed.slice(0, -4), `${sealed}AAAA`, sealed.replace('v1.', 'v1.\n')])
      if (typeof refusalOf(() => vault.open(PERSON, CELL, text)) === 'string') opened++
    expect(opened).toBe(0)
    proved({ id: 'S15', runs: bytes.length * 8 + 6, bad: opened })
  })

  it('S15 never uses a nonce twice over ten thousand seals', async () => {
    const vault = await openVault()
    const nonces = new Set<string>()
    const seals = times(10_000, 100_000)
    for (let one = 0; one < seals; one++) {
      nonces.add(
        Buffer.from(vault.seal(PERSON, CELL, '同一句话').slice(3), 'base64')
          .subarray(0, 12)
          .toString('hex'),
      )
    }
    expect(nonces.size).toBe(seals)
    proved({ id: 'S15', runs: seals, bad: seals - nonces.size })
  })

  it('stays locked under a wrong passphrase, opens under the right one or the recovery key, and is never made anew', async () => {
    const folder = temporaryFolder()
    const first = await openVault(folder)
    const sealed = first.seal(PERSON, CELL, '想换岗位')
    first.close()
    const again = vaultIn(folder)
    expect(refusalOf(() => again.open(PERSON, CELL, sealed))).toEqual(reason('vaultLocked'))
    expect(await again.unlock({ passphrase: `${PASSPHRASE}!` })).toBe(false)
    expect(again.status()).toMatchObject({ isLocked: true, people: 1 })
    const made = await again.make(PASSPHRASE)
    expect(refusalOf(() => again.setUp(made))).toEqual(reason('vaultExists'))
    expect(await again.unlock({ passphrase: PASSPHRASE.normalize('NFD') })).toBe(true)
    expect(again.open(PERSON, CELL, sealed)).toBe('想换岗位')
    again.lock()
    expect(await again.unlock({ recoveryKey: 'ABCDEFGHJKMNPQRSTVWXYZ011' })).toBe(false)
    expect(await again.unlock({ recoveryKey: LETTERS })).toBe(true)
    again.keepWraps(await again.makeWraps('另一个 很长 的 口令'))
    again.close()
    const later = vaultIn(folder)
    expect(await later.unlock({ passphrase: PASSPHRASE })).toBe(false)
    expect(await later.unlock({ passphrase: '另一个 很长 的 口令' })).toBe(true)
    later.close()
  })

  it('leaves nothing of a destroyed key in its file or in the copy beside the backups', async () => {
    const folder = temporaryFolder()
    const vault = await openVault(folder)
    vault.seal(PERSON, CELL, '甲')
    vault.seal(OTHER, CELL, '乙')
    const copy = join(folder, 'backups', 'vault.keys')
    const { people } = JSON.parse(readFileSync(copy, 'utf8')) as { people: Record<string, string> }
    const [wrapped = '', kept = ''] = [people[PERSON], people[OTHER]]
    expect(vault.forget(PERSON)).toBe(true)
    expect(vault.forget(PERSON)).toBe(false)
    vault.close()
    for (const name of ['vault.db', 'vault.db-wal', 'backups/vault.keys']) {
      const path = join(folder, name)
      if (!existsSync(path)) continue
      const bytes = readFileSync(path)
      expect([name, bytes.includes(wrapped), bytes.includes(PERSON)]).toEqual([name, false, false])
    }
    expect(readFileSync(join(folder, 'vault.db')).includes(kept)).toBe(true)
  })

  it('takes a destroyed key out of the copy also where an earlier try could not reach it', async () => {
    const folder = temporaryFolder()
    const vault = await openVault(folder)
    vault.seal(PERSON, CELL, '家里有事')
    const copy = join(folder, 'backups', 'vault.keys')
    const stale = readFileSync(copy)
    expect(vault.forget(PERSON)).toBe(true)
    writeFileSync(copy, stale)
    expect(vault.forget(PERSON)).toBe(false)
    expect(readFileSync(copy).includes(PERSON)).toBe(false)
    writeFileSync(copy, stale)
    vault.close()
    vaultIn(folder).close()
    expect(readFileSync(copy).includes(PERSON)).toBe(false)
  })

  it('is unlocked by the keychain that sealed it, and by no other', async () => {
    const folder = temporaryFolder()
    const chain = (backend: string): Keychain => ({
      seal: async (text) => ({ backend, sealed: Buffer.from(text).toString('hex') }),
      open: async (sealed) => ({ backend, text: Buffer.from(sealed, 'hex').toString() }),
    })
    const first = vaultIn(folder, chain('kwallet6'))
    first.setUp(await first.make(null))
    const sealed = first.seal(PERSON, CELL, '丙')
    first.close()
    const second = vaultIn(folder, chain('kwallet6'))
    await second.awake
    expect(second.open(PERSON, CELL, sealed)).toBe('丙')
    expect(second.status()).toMatchObject({ backend: 'kwallet6', isLocked: false })
    second.close()
    const other = vaultIn(folder, chain('gnome_libsecret'))
    await other.awake
    expect(other.status()).toMatchObject({ isLocked: true, refusal: 'vaultKeychainChanged' })
    expect(await other.unlock({ recoveryKey: LETTERS })).toBe(true)
    other.close()
  })

  it('refuses a keychain that keeps secrets in the open, by name, and uses the asynchronous calls only', async () => {
    const storage = (backend: string, isAvailable = true): SafeStorage => ({
      isAsyncEncryptionAvailable: async () => isAvailable,
      encryptStringAsync: async (text) => Buffer.from(text).reverse(),
      decryptStringAsync: async (sealed) => ({ result: Buffer.from(sealed).reverse().toString() }),
      getSelectedStorageBackend: () => backend,
    })
    const ask = { type: 'keychain', id: 7, act: 'seal', text: 'c2VjcmV0' } as const
    expect(await answerKeychain(storage('basic_text'), 'linux', ask)).toMatchObject({ refusal: 'vaultKeychainPlain' })
    expect(await answerKeychain(storage('unknown'), 'linux', ask)).toMatchObject({ refusal: 'vaultKeychainPlain' })
    expect(await answerKeychain(storage('kwallet6', false), 'linux', ask)).toMatchObject({
      refusal: 'vaultKeychainMissing',
    })
    const sealed = await answerKeychain(storage('kwallet6'), 'linux', ask)
    expect(sealed).toMatchObject({ backend: 'kwallet6', refusal: null })
    expect(
      await answerKeychain(storage('kwallet6'), 'linux', { ...ask, act: 'open', text: sealed.text }),
    ).toMatchObject({
      text: 'c2VjcmV0',
    })
    expect(await answerKeychain(storage(''), 'win32', ask)).toMatchObject({ backend: 'dpapi' })
  })
})

describe('the vault of an outlet', () => {
  it('is set up, unlocked and emptied by the head alone, and each is in the audit without the secret', async () => {
    const outlet = await startTestOutlet()
    const head = outlet.as('outlet-head')
    const uid = outlet.people.teller ?? ''
    await expect(outlet.operator.vault.setUp({ passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(head.vault.setUp({ passphrase: null })).rejects.toMatchObject({
      data: { fields: { passphrase: 'required' } },
    })
    expect(await head.vault.status({})).toMatchObject({ state: 'none', copyAtTarget: null })
    const { recoveryKey } = await head.vault.setUp({ passphrase: PASSPHRASE })
    expect(recoveryKey).toBe('ABCDE-FGHJK-MNPQR-STVWX-YZ012')
    await expect(head.vault.setUp({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      data: { reason: 'vaultExists' },
    })
    const sealed = outlet.ports.vault.seal(uid, CELL, '家里有事')
    outlet.ports.vault.lock()
    await expect(head.vault.unlock({ passphrase: '不是这个口令啊' })).rejects.toMatchObject({
      code: 'not-allowed-now',
      data: { reason: 'vaultWrongPassphrase' },
    })
    expect(await head.vault.status({})).toMatchObject({ state: 'locked', people: 1 })
    await head.vault.unlock({ recoveryKey: recoveryKey.toLowerCase() })
    expect(outlet.ports.vault.open(uid, CELL, sealed)).toBe('家里有事')
    expect(await head.vault.forget({ personUid: uid })).toEqual({ hadKey: true })
    expect(await head.vault.forget({ personUid: uid })).toEqual({ hadKey: false })
    expect(refusalOf(() => outlet.ports.vault.open(uid, CELL, sealed))).toEqual(reason('vaultForgotten'))
    const { entries } = await head.audit.list({})
    const text = JSON.stringify(entries)
    for (const path of ['vault.setUp', 'vault.unlock', 'vault.forget']) expect(text).toContain(path)
    for (const secret of [PASSPHRASE, recoveryKey, LETTERS, '家里有事']) expect(text).not.toContain(secret)
    outlet.ports.vault.close()
  })

  it('signs out whoever tries the fifth wrong passphrase', async () => {
    const outlet = await startTestOutlet()
    const head = outlet.as('outlet-head')
    await head.vault.setUp({ passphrase: PASSPHRASE })
    for (let time = 0; time < 5; time++)
      await head.vault.unlock({ passphrase: `猜第 ${time} 次` }).catch(() => undefined)
    await expect(head.vault.status({})).rejects.toMatchObject({ code: 'not-signed-in' })
    outlet.ports.vault.close()
  })

  it('says that its keys are missing, and is not made anew over notes that only they open', async () => {
    const path = join(temporaryFolder(), 'chenxun.db')
    const ports = createTestPorts(path)
    const outlet = await startTestOutlet(ports)
    const head = outlet.as('outlet-head')
    await head.vault.setUp({ passphrase: PASSPHRASE })
    outlet.ports.vault.close()
    ports.vault = vaultIn(temporaryFolder())
    expect(await head.vault.status({})).toMatchObject({ state: 'missing' })
    await expect(head.vault.setUp({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      data: { reason: 'vaultMissing' },
    })
    outlet.service.close()
  })
})
