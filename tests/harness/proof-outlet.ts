import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import type { Ports } from '../../electron/service/ports.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'

/** An opening round is due. */
export const PROOF_NOW = Date.parse('2026-11-23T07:52:00+08:00')
export const PROOF_PIN = '246810'
const ONE_TIME_PIN = '135790'
const WALKERS = ['沈知夏', '顾青禾', '许一诺', '韩朗'] as const

/** The real ports of a data folder, only with PINs that cost nothing: a proof starts hundreds of consoles. */
export function proofPorts(folder: string, clock = { now: () => PROOF_NOW }): Ports {
  return {
    ...createPortsFactory(folder, clock).portsOf('own'),
    pinHash: {
      hash: (pin) => Promise.resolve(`plain$${pin}`),
      verify: (pin, stored) => Promise.resolve(stored === `plain$${pin}`),
      needsRehash: () => false,
    },
  }
}

/** A fresh outlet in the folder: a head and four who walk, everybody with `PROOF_PIN`, the opening round begun. */
export async function buildProofOutlet(folder: string): Promise<void> {
  const ports = proofPorts(folder)
  ports.ids = { ...ports.ids, digits: () => ONE_TIME_PIN }
  const service = createService({ open: () => ports })
  const operator = createRouterClient(service.router, { context: { seat: 'proof', as: 'operator' } }) as Client
  await operator.people.installOutlet({ code: 'PROOF-1', name: '验证网点' })
  const blank = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }
  await operator.people.add({ name: '林予安', post: 'outlet-head', ...blank })
  for (const name of WALKERS) await operator.people.add({ name, post: 'lobby-manager', ...blank })
  for (const { uid } of await operator.people.list({ includeInactive: false })) {
    const client = createRouterClient(service.router, { context: { seat: uid } }) as Client
    await client.people.signIn({ personUid: uid, pin: ONE_TIME_PIN })
    await client.people.changePin({ oldPin: ONE_TIME_PIN, newPin: PROOF_PIN })
  }
  await service.tick()
  const walker = createRouterClient(service.router, { context: { seat: 'walker' } }) as Client
  await signInWalker(walker, 0)
  const { patrols } = await walker.patrols.day({})
  await walker.patrols.start({ uid: patrols[0]?.uid ?? '' })
  service.close()
}

/** A file of the third schema, as an update of the program finds it. */
export function buildOlderFile(folder: string): void {
  const database = openDatabase(join(folder, 'chenxun.db'))
  migrate(database, migrations, migrations[2]?.version)
  database.close()
}

export async function signInWalker(client: Client, index: number): Promise<void> {
  const name = WALKERS[index % WALKERS.length]
  const person = (await client.people.signInChoices({})).find((one) => one.name === name)
  const { outcome } = await client.people.signIn({ personUid: person?.uid ?? '', pin: PROOF_PIN })
  if (outcome !== 'signed-in') throw new Error(`${name} could not sign in: ${outcome}`)
}
