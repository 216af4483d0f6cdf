import { createHash } from 'node:crypto'
import type { Ports } from '../service/ports.ts'
import { createRandom, type SampleWorld, writeSampleWorld } from '../service/samples/index.ts'
import type { WorkspaceName } from '../service/seats.ts'
import { createService } from '../service/service.ts'
import { createPortsFactory } from './create-ports.ts'

export interface SeedOptions {
  dataFolder: string
  months: number
  seed: number
  until: number
  isSample: boolean
  workspace?: WorkspaceName
  pin?: string
  onDay?(done: number, of: number): void | Promise<void>
}

export const SEED_PIN = '246810'
const ONE_TIME_PIN = '135790'

/** Writes a sample world into a fresh database of the folder; the caller holds the folder's lock. */
export async function seedWorld(options: SeedOptions): Promise<SampleWorld> {
  let now = options.until
  const clock = {
    now: () => now,
    set(at: number) {
      now = at
    },
  }
  const { portsOf } = createPortsFactory(options.dataFolder, clock)
  const ports = seeded(portsOf(options.workspace ?? 'own'), options.seed)
  ports.backups = { ...ports.backups, isOn: false }
  const service = createService({ open: () => ports, leavesIdleSeats: false })
  /** Nobody's records yet: an unfinished world is thrown away, a finished one is put on disk below. */
  ports.database.pragma('synchronous = OFF')
  try {
    const world = await writeSampleWorld({
      service,
      content: ports.content,
      clock,
      months: options.months,
      seed: options.seed,
      until: options.until,
      isSample: options.isSample,
      pin: options.pin ?? SEED_PIN,
      ...(options.onDay ? { onDay: options.onDay } : {}),
    })
    ports.database.pragma('synchronous = FULL')
    ports.database.pragma('wal_checkpoint(TRUNCATE)')
    return world
  } finally {
    service.close()
  }
}

/** Ids come from the seed; everybody shares one PIN, so its costly hash is computed once. */
function seeded(ports: Ports, seed: number): Ports {
  const random = createRandom(seed ^ 0x5eed)
  const hashes = new Map<string, Promise<string>>()
  const hash = (pin: string) => {
    const known = hashes.get(pin) ?? ports.pinHash.hash(pin)
    hashes.set(pin, known)
    return known
  }
  return {
    ...ports,
    ids: { ...ports.ids, uid: (at) => seededUid(at, random.next()), digits: () => ONE_TIME_PIN },
    pinHash: { ...ports.pinHash, hash, verify: async (pin, stored) => (await hash(pin)) === stored },
  }
}

let counter = 0

/** UUIDv7 whose random part follows from the seed and a counter. */
function seededUid(at: number, dice: number): string {
  const random = createHash('sha256').update(`${dice}/${++counter}`).digest('hex')
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}
