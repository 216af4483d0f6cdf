import { createRouterClient } from '@orpc/server'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { PIN } from './seeded.ts'

/** Acts through the service as that person at that time, while nobody else has the folder open. */
export async function actAt(
  { dataFolder, at, name }: { dataFolder: string; at: string; name: string },
  act: (client: Client) => Promise<unknown>,
): Promise<void> {
  const now = Date.parse(at)
  const { portsOf } = createPortsFactory(dataFolder, { now: () => now })
  const service = createService({ open: portsOf, leavesIdleSeats: false })
  try {
    const client = createRouterClient(service.router, { context: { seat: 'actor' } }) as Client
    await service.tick()
    const person = (await client.people.signInChoices({})).find((one) => one.name === name)
    await client.people.signIn({ personUid: person?.uid ?? '', pin: PIN })
    await act(client)
  } finally {
    service.close()
  }
}

/** Hands in every round of today that may be walked by now; everything that can be seen passes. */
export async function handInRounds(client: Client): Promise<void> {
  for (const { uid, kind, state } of (await client.patrols.day({})).patrols) {
    if (kind !== 'round' || !['due', 'late', 'running'].includes(state)) continue
    const { answers, items, answerableFrom } = await client.patrols.start({ uid })
    const answered = new Set(answers.map(({ item }) => item))
    const left = items.filter(({ id }) => !answered.has(id) && !(id in answerableFrom))
    if (left.length > 0) {
      const passes = left.map(({ id }) => ({ item: id, value: 'pass' as const, basedOn: 0 }))
      await client.patrols.answer({ uid, answers: passes })
    }
    await client.patrols.submit({ uid, allowUnanswered: true })
  }
}
