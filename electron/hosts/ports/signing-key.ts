import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Signer } from '../../service/ports.ts'
import { writeDurably } from '../../service/write-durably.ts'

/** The fixed head of an Ed25519 key in SubjectPublicKeyInfo; the 32 bytes of the key follow. */
const SPKI_HEAD_BYTES = 12

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
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD_BYTES))
}
