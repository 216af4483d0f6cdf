import { verify } from 'node:crypto'
import { join } from 'node:path'
import { createSigner, publicKeyOf } from '../signing-key.ts'
import { writeDurably } from '../write-durably.ts'
import { BackupManifest, MANIFEST_ENDING } from './manifest.ts'

/** A manifest as its backup is made. */
export type UnsignedManifest = Omit<BackupManifest, 'signature'>

/** Signs a manifest with the workspace's key and writes it; from now on its backup counts. */
export function writeManifest(folder: string, manifest: UnsignedManifest, signingKey: string): BackupManifest {
  const signer = createSigner(signingKey)
  const signed: BackupManifest = {
    ...manifest,
    signature: {
      publicKey: Buffer.from(signer.publicKey()).toString('base64'),
      value: Buffer.from(signer.sign(bytesOf(manifest))).toString('base64'),
    },
  }
  writeDurably(join(folder, `${manifest.id}${MANIFEST_ENDING}`), Buffer.from(JSON.stringify(signed)))
  return signed
}

/** Throws where the text is no manifest; `isGenuine` is false where it was changed after it was signed. */
export function readSignedManifest(text: string): { manifest: BackupManifest; isGenuine: boolean } {
  const found: unknown = JSON.parse(text)
  const manifest = BackupManifest.parse(found)
  if (manifest.signature === null) return { manifest, isGenuine: true }
  // What was signed is what was written, so that a field of a later version counts as well.
  const { signature: _, ...signed } = found as BackupManifest
  const { publicKey, value } = manifest.signature
  const key = publicKeyOf(Buffer.from(publicKey, 'base64'))
  return { manifest, isGenuine: verify(null, bytesOf(signed), key, Buffer.from(value, 'base64')) }
}

function bytesOf(manifest: UnsignedManifest): Uint8Array {
  return Buffer.from(JSON.stringify(manifest))
}
