import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../service/ports.ts'

export interface SecretKeeper<Holder> {
  /** A new secret of 256 bits. Only its hash is kept. */
  issue(holder: Holder): string
  /** Finds whom a secret was given to, without saying how long the comparison took to fail. */
  find(secret: string): Holder | undefined
  /** As `find`, and the secret is worth nothing afterwards. */
  spend(secret: string): Holder | undefined
}

interface Options {
  lifetimeMs: number
  /** Each use starts the lifetime anew. */
  isRenewedByUse?: boolean
  /** The oldest falls out. */
  most: number
}

export function createSecretKeeper<Holder>(
  clock: Clock,
  { lifetimeMs, isRenewedByUse = false, most }: Options,
): SecretKeeper<Holder> {
  const kept = new Map<string, { holder: Holder; from: number }>()

  /** A clock that was set back must not lengthen a life, so a start in the future counts as over. */
  function findByHash(hash: string): Holder | undefined {
    const entry = kept.get(hash)
    if (!entry) return undefined
    const age = clock.now() - entry.from
    if (age >= lifetimeMs || age < 0) {
      kept.delete(hash)
      return undefined
    }
    return entry.holder
  }

  return {
    issue(holder) {
      const secret = randomBytes(32).toString('base64url')
      kept.set(hashOf(secret), { holder, from: clock.now() })
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return secret
    },
    find(secret) {
      const hash = hashOf(secret)
      const holder = findByHash(hash)
      if (holder !== undefined && isRenewedByUse) {
        kept.delete(hash)
        kept.set(hash, { holder, from: clock.now() })
      }
      return holder
    },
    spend(secret) {
      const hash = hashOf(secret)
      const holder = findByHash(hash)
      kept.delete(hash)
      return holder
    },
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
