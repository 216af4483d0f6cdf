import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeOverSecret } from '../write-durably.ts'
import { assertReachable } from './deliver-backup.ts'

export interface KeysWish {
  /** Null only takes away what lies at `to`. */
  from: string | null
  to: string
}

/** The copy of the vault's keys at another place is always the only one there. */
export function bringKeys({ from, to }: KeysWish): void {
  assertReachable(dirname(to))
  const bytes = from !== null && existsSync(from) ? readFileSync(from) : null
  if (bytes) mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  writeOverSecret(to, bytes)
}

export function serialOfKeys(path: string): number | null | undefined {
  try {
    assertReachable(dirname(path))
  } catch {
    return undefined
  }
  try {
    return z.object({ serial: z.int() }).parse(JSON.parse(readFileSync(path, 'utf8'))).serial
  } catch {
    return null
  }
}
