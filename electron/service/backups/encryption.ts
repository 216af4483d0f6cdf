import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { refused } from './refuse.ts'

type Bytes = ReadableStream<Uint8Array>

/** Only for `encrypt`: whoever holds the secret key or passphrase opens it with any age program. */
export async function newKey(): Promise<{ secret: string; receiver: string }> {
  const age = await library()
  const secret = await age.generateX25519Identity()
  return { secret, receiver: await age.identityToRecipient(secret) }
}

/** Throws where it is no receiver's key. */
export async function assertReceiver(receiver: string): Promise<void> {
  const age = await library()
  try {
    new age.Encrypter().addRecipient(receiver)
  } catch (error) {
    throw refused('backupWrongKey', error)
  }
}

/** Writes `to` and returns what lies there. */
export async function encryptFile(
  from: string,
  to: string,
  receiver: string,
): Promise<{ bytes: number; sha256: string }> {
  const age = await library()
  const encrypter = new age.Encrypter()
  encrypter.addRecipient(receiver)
  return writeStream(await encrypter.encrypt(Readable.toWeb(createReadStream(from)) as Bytes), to)
}

export async function decryptFile(from: string, to: string, secret: string): Promise<void> {
  const age = await library()
  try {
    const decrypter = new age.Decrypter()
    decrypter.addIdentity(secret)
    await writeStream(await decrypter.decrypt(Readable.toWeb(createReadStream(from)) as Bytes), to)
  } catch (error) {
    throw refused('backupWrongKey', error)
  }
}

/** A secret key closed with a passphrase: it opens everything of its place, so that the slow step happens once. */
export async function lockSecret(secret: string, passphrase: string): Promise<Uint8Array> {
  const age = await library()
  const encrypter = new age.Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(secret)
}

export async function unlockSecret(keyFile: string, passphrase: string): Promise<string> {
  const age = await library()
  try {
    const decrypter = new age.Decrypter()
    decrypter.addPassphrase(passphrase)
    return await decrypter.decrypt(readFileSync(keyFile), 'text')
  } catch (error) {
    throw refused('backupWrongKey', error)
  }
}

/** Tells photos for one receiver from those for another. */
export function receiverMark(receiver: string): string {
  return createHash('sha256').update(receiver).digest('hex').slice(0, 16)
}

async function writeStream(stream: Bytes, to: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  const file = createWriteStream(to, { mode: 0o600 })
  let bytes = 0
  try {
    for await (const chunk of Readable.fromWeb(stream as never) as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      bytes += chunk.length
      if (!file.write(chunk)) await once(file, 'drain')
    }
    file.end()
    await once(file, 'finish')
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    file.destroy()
  }
}

/** Half a megabyte of code that only encrypted copies need. */
function library() {
  return import('age-encryption')
}
