import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { AppError } from '../../../../shared/errors.ts'
import type { Keychain, NewVault, Vault, VaultCell } from '../../../service/ports.ts'
import { DEFAULT_COST, type ScryptCost } from '../pin-hash.ts'
import { KEY_COPY, readKeyCopy, writeKeyCopy } from './key-copy.ts'
import { type KeyRing, type KeyStore, openKeyStore, type Wrap } from './key-store.ts'
import {
  openWithKeychain,
  openWithPassphrase,
  openWithRecovery,
  wrapForKeychain,
  wrapForPassphrase,
  wrapForRecovery,
} from './master-key.ts'
import { KEY_BYTES, openBytes, sealBytes } from './sealing.ts'

export interface VaultOptions {
  /** The database of keys. */
  path: string
  /** Where the records' backups lie; the copy of the keys lies with them. */
  copyFolder: string
  /** Null in the browser shell. */
  keychain: Keychain | null
  cost?: ScryptCost
  uid(): string
  /** 25 random letters of Crockford's alphabet. */
  letters(): string
  /** The file of keys cannot be opened. */
  onFailure(error: unknown): void
}

const FORM = 'v1.'

/**
 * Seals single fields. Each person has a key, sealed under the master key; the master key is kept by a passphrase, a
 * recovery key or the system's keychain, and is in memory only while unlocked.
 */
export function createVault({
  path,
  copyFolder,
  keychain,
  cost = DEFAULT_COST,
  uid,
  letters,
  onFailure,
}: VaultOptions): Vault {
  let refusal: string | null = null
  const store = openStore()
  let ring = store && (store.read() ?? fromCopy(store))
  if (ring) mendCopy(ring)
  let master: Uint8Array | undefined
  const awake = ring ? awaken() : Promise.resolve()

  /** Without its keys the console still opens; the vault says what is wrong. */
  function openStore(): KeyStore | undefined {
    try {
      return openKeyStore(path)
    } catch (error) {
      onFailure(error)
      refusal = 'vaultKeysUnreadable'
      return undefined
    }
  }

  /** On a new machine the keys come from beside the backups. */
  function fromCopy(into: KeyStore): KeyRing | undefined {
    const copied = readKeyCopy(copyFolder)
    if (copied) into.write(copied)
    return copied
  }

  /** What a full disk or a crash kept from the copy: it must hold no key that is destroyed. */
  function mendCopy(kept: KeyRing): void {
    try {
      if (readKeyCopy(copyFolder)?.serial === kept.serial) return
      mkdirSync(copyFolder, { recursive: true, mode: 0o700 })
      writeKeyCopy(copyFolder, kept)
    } catch (error) {
      onFailure(error)
    }
  }

  /** With a passphrase at hand a refused keychain is no hindrance. */
  async function keychainWraps(key: Uint8Array, hasPassphrase: boolean): Promise<Wrap[]> {
    if (!keychain) return []
    try {
      const wrap = await wrapForKeychain(key, keychain)
      refusal = null
      return [wrap]
    } catch (error) {
      if (!hasPassphrase) throw error
      refusal = reasonOf(error)
      return []
    }
  }

  async function awaken(): Promise<void> {
    if (!keychain || !ring) return
    try {
      master = await openWithKeychain(ring.wraps, keychain)
    } catch (error) {
      refusal = reasonOf(error)
    }
  }

  function save(change: Partial<KeyRing>): void {
    if (!ring || !store) throw new AppError('not-allowed-now', 'vaultNotSetUp')
    const next = { ...ring, ...change, serial: ring.serial + 1 }
    store.write(next)
    ring = next
    mkdirSync(copyFolder, { recursive: true, mode: 0o700 })
    writeKeyCopy(copyFolder, next)
  }

  function unlocked(): { ring: KeyRing; master: Uint8Array } {
    if (!ring) throw new AppError('not-allowed-now', 'vaultNotSetUp')
    if (!master) throw new AppError('not-allowed-now', 'vaultLocked')
    return { ring, master }
  }

  function keyOf(person: string): Buffer | undefined {
    const open = unlocked()
    const sealed = open.ring.people[person]
    if (sealed === undefined) return undefined
    const key = openBytes(open.master, Buffer.from(sealed, 'base64'), ['person', person])
    if (!key) throw new AppError('storage-corrupted', 'vaultDamaged')
    return key
  }

  function newKeyOf(person: string): Buffer {
    provide([person])
    const key = keyOf(person)
    if (!key) throw new AppError('storage-corrupted', 'vaultDamaged')
    return key
  }

  function provide(names: readonly string[]): void {
    const open = unlocked()
    const missing = [...new Set(names)].filter((name) => open.ring.people[name] === undefined)
    if (missing.length === 0) return
    const made = missing.map((name) => [
      name,
      sealBytes(open.master, randomBytes(KEY_BYTES), ['person', name]).toString('base64'),
    ])
    save({ people: { ...open.ring.people, ...Object.fromEntries(made) } })
  }

  return {
    awake,
    status: () => ({
      id: ring?.vault ?? null,
      isLocked: master === undefined,
      kinds: ring?.wraps.map(({ kind }) => kind) ?? [],
      backend: ring?.wraps.find(({ kind }) => kind === 'keychain')?.backend ?? null,
      hasKeychain: keychain !== null,
      refusal,
      serial: ring?.serial ?? 0,
      people: Object.keys(ring?.people ?? {}).filter((name) => !isPeriod(name)).length,
    }),
    keyCopy: KEY_COPY,
    takeCopy() {
      if (ring || !store) return
      ring = fromCopy(store)
    },

    async make(passphrase) {
      const key = randomBytes(KEY_BYTES)
      const sheet = letters()
      const wraps: Wrap[] = [wrapForRecovery(key, sheet)]
      if (passphrase !== null) wraps.push(await wrapForPassphrase(key, passphrase, cost))
      wraps.push(...(await keychainWraps(key, passphrase !== null)))
      return { master: key, wraps, recoveryKey: sheet }
    },
    setUp(made: NewVault) {
      // One without people may be what a set-up left that never came to its end: nobody saw its recovery key.
      if (ring && Object.keys(ring.people).length > 0) throw new AppError('conflict', 'vaultExists')
      const before = ring
      ring = { vault: uid(), serial: before?.serial ?? 0, wraps: [], people: {} }
      try {
        save({ wraps: made.wraps as Wrap[] })
      } catch (error) {
        ring = before
        throw error
      }
      master = made.master
    },

    async unlock({ passphrase, recoveryKey }) {
      if (!ring) throw new AppError('not-allowed-now', 'vaultNotSetUp')
      const { wraps } = ring
      const found =
        (passphrase === undefined ? undefined : await openWithPassphrase(wraps, passphrase)) ??
        (recoveryKey === undefined ? undefined : openWithRecovery(wraps, recoveryKey))
      if (!found) return false
      master = found
      return true
    },
    lock() {
      master = undefined
    },
    async makeWraps(passphrase) {
      const open = unlocked()
      const kept = open.ring.wraps.filter(({ kind }) => kind === 'recovery')
      const fresh = await keychainWraps(open.master, true)
      // The master key is the same, so what a keychain keeps of it stays good.
      const ofKeychain = fresh.length > 0 ? fresh : open.ring.wraps.filter(({ kind }) => kind === 'keychain')
      return [...kept, await wrapForPassphrase(open.master, passphrase, cost), ...ofKeychain]
    },
    keepWraps(wraps) {
      save({ wraps: wraps as Wrap[] })
    },

    provide,
    seal(person, cell, text) {
      const key = keyOf(person) ?? newKeyOf(person)
      return FORM + sealBytes(key, Buffer.from(text), placeOf(person, cell)).toString('base64')
    },
    open(person, cell, sealed) {
      const key = keyOf(person)
      if (!key) throw new AppError('not-found', 'vaultForgotten')
      const bytes = Buffer.from(sealed.slice(FORM.length), 'base64')
      const isWhole = sealed === FORM + bytes.toString('base64')
      const text = isWhole ? openBytes(key, bytes, placeOf(person, cell)) : undefined
      if (!text) throw new AppError('storage-corrupted', 'vaultDamaged')
      return text.toString()
    },
    forget(person) {
      if (!ring) return false
      const kept = Object.entries(ring.people).filter(([name]) => name !== person && !name.startsWith(`${person}/`))
      const hadKey = kept.length < Object.keys(ring.people).length
      // Also where it is gone from here: an earlier try may not have reached the copy.
      save({ people: Object.fromEntries(kept) })
      return hadKey
    },
    forgetPeriods(isPast) {
      if (!ring) return
      const names = Object.keys(ring.people)
      const kept = names.filter((name) => !isPeriod(name) || !isPast(name))
      if (kept.length === names.length) return
      const { people } = ring
      save({ people: Object.fromEntries(kept.map((name) => [name, people[name] ?? ''])) })
    },
    close() {
      master = undefined
      store?.close()
    },
  }
}

/** A person's key for some days only. */
function isPeriod(name: string): boolean {
  return name.includes('/')
}

function reasonOf(error: unknown): string {
  return error instanceof AppError ? error.detail.reason : 'vaultKeychainChanged'
}

/** A sealed field opens in its own cell only, and only for its own person. */
function placeOf(person: string, { table, row, column }: VaultCell): string[] {
  return ['cell', person, table, row, column]
}
