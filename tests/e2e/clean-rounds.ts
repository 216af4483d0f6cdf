import { createRouterClient } from '@orpc/server'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { addDays, instantOf, parseClock } from '../../shared/domain/business-day.ts'
import { PIN } from './seeded.ts'

const ZONE = 'Asia/Shanghai'

export interface CleanRounds {
  /** Nobody else may have it open. */
  dataFolder: string
  /** First day of the walks, `YYYY-MM-DD`. */
  from: string
  /** Who walks, and whoever does the spread check of the task. */
  walker: string
  item: string
  taskUid: string
  count: number
}

/** Walks rounds that pass the item, through the service with a moving clock; gives the day of the last one. */
export async function walkCleanRounds(wish: CleanRounds): Promise<string> {
  let now = instantOf(wish.from, parseClock('07:00'), ZONE)
  const { portsOf } = createPortsFactory(wish.dataFolder, { now: () => now })
  const service = createService({ open: portsOf, leavesIdleSeats: false })
  try {
    const client = createRouterClient(service.router, { context: { seat: 'walker' } }) as Client
    await service.tick()
    const person = (await client.people.signInChoices({})).find(({ name }) => name === wish.walker)
    await client.people.signIn({ personUid: person?.uid ?? '', pin: PIN })
    await checkElsewhere(client, wish.taskUid)
    let left = wish.count
    for (let on = wish.from; ; on = addDays(on, 1)) {
      now = instantOf(on, parseClock('07:00'), ZONE)
      await service.tick()
      for (const { uid, windowStart, kind } of (await client.patrols.day({ on })).patrols) {
        if (kind !== 'round') continue
        now = Math.max(now, windowStart + 60_000)
        const sheet = await client.patrols.start({ uid })
        if (!sheet.items.some(({ id }) => id === wish.item)) continue
        await client.patrols.answer({ uid, answers: [{ item: wish.item, value: 'pass', basedOn: 0 }] })
        await client.patrols.submit({ uid, allowUnanswered: true })
        if (--left === 0) return on
      }
    }
  } finally {
    service.close()
  }
}

/** Where the task asks for it: clean rounds do not stand for a spread check. */
async function checkElsewhere(client: Client, taskUid: string): Promise<void> {
  const { reasons, check } = await client.spreadChecks.card({ taskUid })
  if (reasons.length === 0) return
  const { spots = [] } = check ?? (await client.spreadChecks.start({ taskUid })).check ?? {}
  for (const { id, result } of spots) {
    if (result === null) await client.spreadChecks.check({ taskUid, spots: [{ id, result: 'pass', note: '' }] })
  }
  await client.spreadChecks.finish({ taskUid, note: '都看过' })
}
