import { createRouterClient } from '@orpc/server'
import { afterAll, expect } from 'vitest'
import { createService, type Service } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/roles.ts'
import { fieldsWithoutWord } from './audit-words.ts'
import { createTestPorts, type TestPorts } from './test-ports.ts'

const started: TestPorts[] = []

// Whatever a test made the service write into the audit chain, the audit screen can say.
afterAll(() => {
  const open = started.splice(0).filter(({ database }) => database.open)
  expect([...new Set(open.flatMap(({ database }) => fieldsWithoutWord(database)))]).toEqual([])
})

export interface TestOutlet {
  service: Service
  ports: TestPorts
  /** Signed in as a person of that role, each on a seat of its own. */
  as(role: Role): Client
  /** The command line. */
  operator: Client
  nobody: Client
  /** Uids of the people by role. */
  people: Record<string, string>
}

const VISITORS = [
  { role: 'branch-lead', name: '唐亦舟', post: 'branch-inspector' },
  { role: 'auditor', name: '尹照', post: 'auditor' },
] as const

/** An inspector and an auditor, signed in under their roles. */
export async function addVisitors(outlet: TestOutlet): Promise<void> {
  for (const { role, name, post } of VISITORS) {
    const added = await outlet.as('outlet-head').people.addVisitor({ name, post, unit: '滨江支行', validUntil: null })
    outlet.people[role] = added.person.uid
    outlet.ports.database.exec('UPDATE credential SET must_change = 0')
    await outlet.as(role).people.signIn({ personUid: added.person.uid, pin: added.oneTimePin })
  }
}

const POSTS_TO_ADD = ['ops-supervisor', 'lobby-manager', 'teller', 'security-guard'] as const

/** An outlet with one person of each outlet role, everybody signed in, clock standing at 2026-11-23 08:00 local. */
export async function startTestOutlet(
  ports: TestPorts = createTestPorts(),
  { leavesIdleSeats = false } = {},
): Promise<TestOutlet> {
  started.push(ports)
  const service = createService({ open: () => ports, leavesIdleSeats })
  const clientOf = (seat: string, as?: 'operator') =>
    createRouterClient(service.router, { context: as ? { seat, as } : { seat } }) as Client
  const nobody = clientOf('nobody')
  const operator = clientOf('operator', 'operator')
  const { head } = await nobody.people.setUpOutlet({ code: 'YZ-NP-03', name: '柳岸路网点', headName: '林予安' })
  const pins = new Map([['outlet-head', { uid: head.uid, pin: head.oneTimePin }]])
  for (const [index, post] of POSTS_TO_ADD.entries()) {
    const added = await operator.people.add({
      name: ['顾青禾', '沈知夏', '许一诺', '韩朗'][index] ?? post,
      staffNo: null,
      post,
      duties: post === 'ops-supervisor' ? ['safety-officer'] : post === 'lobby-manager' ? ['device-keeper'] : [],
      joinedOn: null,
      certificateValidTo: null,
    })
    pins.set(post, { uid: added.person.uid, pin: added.oneTimePin })
  }
  // As if everybody had chosen a PIN of their own before; the PIN itself stays.
  ports.database.exec('UPDATE credential SET must_change = 0')
  for (const [seat, { uid, pin }] of pins) await clientOf(seat).people.signIn({ personUid: uid, pin })
  return {
    service,
    ports,
    operator,
    nobody,
    as: (role) => clientOf(role),
    people: Object.fromEntries([...pins].map(([post, { uid }]) => [post, uid])),
  }
}
