import { createHash, verify } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'
import type { Signer } from '../ports.ts'
import { publicKeyOf } from '../signing-key.ts'

/**
 * A signed checkpoint after C2SP tlog-checkpoint in a C2SP signed note: origin, size, base64 of the chain's head, and an
 * Ed25519 signature over exactly those bytes. The chain is a list, so its head stands where a tree has its root.
 */
export interface Checkpoint {
  size: number
  /** Hex. */
  head: string
  /** For a line on paper: `A 10423-9F3K-22QX`. */
  code: string
  note: string
}

/** What somebody kept outside: the whole note, or only the short code. */
export interface KeptCheckpoint {
  size: number
  matches(head: Buffer): boolean
  /** A code carries no signature. */
  isSigned: boolean
  isSignedBy(publicKey: Uint8Array): boolean
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BYTES = 5
const ED25519 = 1

/** Where the chain stands now; size 0 and an empty head before the first entry. */
export function chainEnd(database: Database): { size: number; head: Buffer } {
  const last = statement(database, 'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1').get() as
    | { sequence: number; hash: Buffer }
    | undefined
  return last ? { size: last.sequence, head: last.hash } : { size: 0, head: Buffer.alloc(32) }
}

export function checkpointCode(database: Database): string {
  return codeOf(chainEnd(database))
}

export function makeCheckpoint(database: Database, origin: string, signer: Signer): Checkpoint {
  const { size, head } = chainEnd(database)
  const text = `${origin}\n${size}\n${head.toString('base64')}\n`
  const publicKey = signer.publicKey()
  const signature = signer.sign(Buffer.from(text))
  const signed = Buffer.concat([keyHash(origin, publicKey), signature]).toString('base64')
  return {
    size,
    head: head.toString('hex'),
    code: codeOf({ size, head }),
    note: `${text}\n\u2014 ${origin} ${signed}\n`,
  }
}

function codeOf({ size, head }: { size: number; head: Buffer }): string {
  const letters = shortened(head)
  return `A ${size}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** 40 bits in eight letters. */
function shortened(head: Buffer): string {
  let bits = BigInt(`0x${head.subarray(0, CODE_BYTES).toString('hex')}`)
  let letters = ''
  for (let index = 0; index < 8; index++) {
    letters = LETTERS.charAt(Number(bits & 31n)) + letters
    bits >>= 5n
  }
  return letters
}

/** Undefined where the text is neither a note nor a code. */
export function readCheckpoint(text: string): KeptCheckpoint | undefined {
  return readCode(text) ?? readNote(text.replaceAll('\r\n', '\n').trimStart())
}

function readCode(text: string): KeptCheckpoint | undefined {
  const match = /^\s*A?\s*(\d{1,15})\s*-\s*([0-9A-Za-z]{4})\s*-?\s*([0-9A-Za-z]{4})\s*$/i.exec(text)
  if (!match) return undefined
  const letters = `${match[2]}${match[3]}`.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return {
    size: Number(match[1]),
    matches: (head) => shortened(head) === letters,
    isSigned: false,
    isSignedBy: () => false,
  }
}

function readNote(text: string): KeptCheckpoint | undefined {
  const match = /^(?<text>(?<origin>[^\n]+)\n(?<size>\d{1,15})\n(?<head>[A-Za-z0-9+/]{43}=)\n)\n(?<rest>[\s\S]+)$/.exec(
    text,
  )
  const { text: signedText = '', origin = '', size, head = '', rest = '' } = match?.groups ?? {}
  const signature = /^\u2014 (\S+) ([A-Za-z0-9+/=]+)$/m.exec(rest)
  if (size === undefined || !signature || signature[1] !== origin) return undefined
  const kept = Buffer.from(head, 'base64')
  const bytes = Buffer.from(signature[2] ?? '', 'base64')
  return {
    size: Number(size),
    matches: (found) => found.equals(kept),
    isSigned: true,
    isSignedBy: (publicKey) =>
      bytes.subarray(0, 4).equals(keyHash(origin, publicKey)) &&
      verify(null, Buffer.from(signedText), publicKeyOf(publicKey), bytes.subarray(4)),
  }
}

/** As signed notes name a key: the first bytes of SHA-256 over its name, its kind and itself. */
function keyHash(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ED25519]), publicKey]))
    .digest()
    .subarray(0, 4)
}
