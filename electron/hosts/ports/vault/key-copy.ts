import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOverSecret } from '../../../service/write-durably.ts'
import { KeyRing } from './key-store.ts'

/** Beside the backups of a place, and always the only one there. */
export const KEY_COPY = 'vault.keys'

export function readKeyCopy(folder: string): KeyRing | undefined {
  try {
    return KeyRing.parse(JSON.parse(readFileSync(join(folder, KEY_COPY), 'utf8')))
  } catch {
    return undefined
  }
}

/** Takes the place of the copy before it, of which nothing stays: it may hold a key that was destroyed. */
export function writeKeyCopy(folder: string, ring: KeyRing): void {
  writeOverSecret(join(folder, KEY_COPY), Buffer.from(JSON.stringify(ring)))
}
