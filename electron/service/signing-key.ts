import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Signer } from './ports.ts'
import { writeDurably } from './write-durably.ts'

/** The fixed head of an Ed25519 key in SubjectPublicKeyInfo; the 32 bytes of the key follow. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** An Ed25519 key in a private file of its own, made where there is none. */
export function createSigner(path: string): Signer {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeDurably(path, Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string))
  }
  let key: KeyObject | undefined
  const privateKey = () => {
    key ??= createPrivateKey(readFileSync(path))
    return key
  }
  return {
    sign: (bytes) => sign(null, bytes, privateKey()),
    publicKey: () => rawPublicKey(createPublicKey(privateKey())),
  }
}

export function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length))
}

/** Of 32 raw bytes. */
export function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
}
