import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinHash } from '../../service/ports.ts'

export interface ScryptCost {
  /** Base-2 logarithm of N. */
  ln: number
  r: number
  p: number
}

/** The floor of OWASP's password storage sheet. Node's own memory limit refuses it, hence `maxmem`. */
export const DEFAULT_COST: ScryptCost = { ln: 17, r: 8, p: 1 }
const MAX_MEMORY = 256 * 1024 * 1024
const KEY_BYTES = 32
const SALT_BYTES = 16
/** A restored database may carry any numbers; these keep one sign-in from taking the machine. */
const MOST: ScryptCost = { ln: 17, r: 8, p: 4 }

/** scrypt, one derivation at a time: each takes 128 MiB. */
export function createPinHash(cost: ScryptCost = DEFAULT_COST): PinHash {
  let last: Promise<unknown> = Promise.resolve()

  function derive(pin: string, salt: Uint8Array, by: ScryptCost): Promise<Buffer> {
    const mine = last.then(() => deriveNow(pin, salt, by))
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    async hash(pin) {
      const salt = randomBytes(SALT_BYTES)
      return format(cost, salt, await derive(pin, salt, cost))
    },
    async verify(pin, stored) {
      const parts = parse(stored)
      if (!parts) return false
      return timingSafeEqual(await derive(pin, parts.salt, parts.cost), parts.key)
    },
    needsRehash(stored) {
      const parts = parse(stored)
      return !parts || parts.cost.ln < cost.ln || parts.cost.r < cost.r || parts.cost.p < cost.p
    },
  }
}

function deriveNow(pin: string, salt: Uint8Array, { ln, r, p }: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: MAX_MEMORY }
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** 32 bytes out of a passphrase. */
export function deriveScrypt(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  return deriveNow(passphrase, salt, cost)
}

function format({ ln, r, p }: ScryptCost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(key)}`
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function parse(stored: string): { cost: ScryptCost; salt: Buffer; key: Buffer } | undefined {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored)
  if (!match) return undefined
  const [, ln, r, p, salt = '', key = ''] = match
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  if (cost.ln < 1 || cost.ln > MOST.ln || cost.r < 1 || cost.r > MOST.r || cost.p < 1 || cost.p > MOST.p)
    return undefined
  const parts = { cost, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
  return parts.key.length === KEY_BYTES ? parts : undefined
}
