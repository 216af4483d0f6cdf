import { hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '../../../../shared/errors.ts'
import type { Keychain } from '../../../service/ports.ts'
import { deriveScrypt, type ScryptCost } from '../pin-hash.ts'
import type { Wrap } from './key-store.ts'
import { KEY_BYTES, openBytes, sealBytes } from './sealing.ts'

const SALT_BYTES = 16

/** The recovery key has 125 bits of its own and needs no slow derivation. */
function recoveryKey(letters: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(letters), Buffer.alloc(0), 'chenxun vault recovery', KEY_BYTES))
}

export function wrapForRecovery(master: Uint8Array, letters: string): Wrap {
  return { kind: 'recovery', sealed: sealBytes(recoveryKey(letters), master, ['recovery']).toString('base64') }
}

export function openWithRecovery(wraps: readonly Wrap[], letters: string): Uint8Array | undefined {
  const wrap = wraps.find(({ kind }) => kind === 'recovery')
  return wrap && openBytes(recoveryKey(letters), Buffer.from(wrap.sealed, 'base64'), ['recovery'])
}

export async function wrapForPassphrase(master: Uint8Array, passphrase: string, cost: ScryptCost): Promise<Wrap> {
  const salt = randomBytes(SALT_BYTES)
  const key = await deriveScrypt(passphrase, salt, cost)
  const sealed = sealBytes(key, master, ['passphrase']).toString('base64')
  return { kind: 'passphrase', sealed, salt: salt.toString('base64'), cost }
}

export async function openWithPassphrase(wraps: readonly Wrap[], passphrase: string): Promise<Uint8Array | undefined> {
  const wrap = wraps.find(({ kind }) => kind === 'passphrase')
  if (!wrap?.salt || !wrap.cost) return undefined
  const key = await deriveScrypt(passphrase, Buffer.from(wrap.salt, 'base64'), wrap.cost)
  return openBytes(key, Buffer.from(wrap.sealed, 'base64'), ['passphrase'])
}

export async function wrapForKeychain(master: Uint8Array, keychain: Keychain): Promise<Wrap> {
  const { backend, sealed } = await keychain.seal(Buffer.from(master).toString('base64'))
  return { kind: 'keychain', sealed, backend }
}

/** Undefined where no keychain holds it; throws where it is another keychain than the one that sealed it. */
export async function openWithKeychain(wraps: readonly Wrap[], keychain: Keychain): Promise<Uint8Array | undefined> {
  const wrap = wraps.find(({ kind }) => kind === 'keychain')
  if (!wrap?.backend) return undefined
  const { backend, text } = await keychain.open(wrap.sealed)
  const master = Buffer.from(text ?? '', 'base64')
  if (backend !== wrap.backend || master.length !== KEY_BYTES) {
    throw new AppError('not-allowed-now', 'vaultKeychainChanged')
  }
  return master
}
