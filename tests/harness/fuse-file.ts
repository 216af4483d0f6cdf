import { writeFileSync } from 'node:fs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** What Electron ships: nine fuses in its order, on `1` or off `0`. */
export const SHIPPED_FUSES = '101100011'

/** A file that holds fuses as Electron's program does, in some ten kilobytes of other bytes. */
export function writeFuseFile(path: string, { fuses = SHIPPED_FUSES, sentinel = SENTINEL, version = 1 } = {}): string {
  const around = Buffer.alloc(5_000, 7)
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([version, fuses.length]), Buffer.from(fuses)])
  writeFileSync(path, Buffer.concat([around, wire, around]), { mode: 0o755 })
  return path
}
