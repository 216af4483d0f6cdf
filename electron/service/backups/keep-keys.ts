import { join } from 'node:path'
import type { VaultStatus } from '../../../shared/contract/vault.ts'
import type { Call } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { targetDelivery } from './take-backup.ts'

type With = Pick<Call, 'ports' | 'database'>

/** Once the command is on disk, the console's second place gets the keys as they are now. Nobody waits for it. */
export function passOnKeys(call: Call): void {
  call.afterCommit(() => void bringKeysToTarget(call))
}

export async function bringKeysToTarget(call: With): Promise<void> {
  const target = targetDelivery(call)
  if (!target || call.ports.vault.status().id === null) return
  await bring(call.ports, join(call.ports.backups.places.folder, call.ports.vault.keyCopy), target.folder)
}

/** From a second place that is none any more. */
export async function takeKeysFrom(ports: Ports, folder: string): Promise<void> {
  await bring(ports, null, folder)
}

async function bring(ports: Ports, from: string | null, folder: string): Promise<void> {
  try {
    await ports.backups.jobs.bringKeys({ from, to: join(folder, ports.vault.keyCopy) })
  } catch (error) {
    if (ports.database.open) ports.log.failure(error, 'vault keys')
  }
}

/** Whether the second place would open a restored vault; null where there is no second place. */
export async function keysAtTarget(call: With, serial: number): Promise<VaultStatus['copyAtTarget']> {
  const target = targetDelivery(call)
  if (!target) return null
  const found = await call.ports.backups.jobs.serialOfKeys({ path: join(target.folder, call.ports.vault.keyCopy) })
  if (found === undefined) return 'unreachable'
  if (found === null) return 'none'
  return found === serial ? 'current' : 'older'
}
