import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { systemIds } from '../../electron/hosts/ports/system-ids.ts'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { proved } from '../harness/proved.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEARS = 3_653 * DAY
const JUMPS: [string, number][] = [
  ['an hour back', -HOUR],
  ['a day back', -DAY],
  ['ten years back', -YEARS],
  ['ten years forward', YEARS],
]
const TASK = { ...PLAIN_TASK, description: '大堂灯坏了一盏' }

async function jumpsIn({ operator }: TestOutlet) {
  const { entries } = await operator.audit.list({ procedure: 'audit.noteClock' })
  return entries.map(({ role, changes: [change] }) => ({
    role,
    record: change?.record,
    by: Number(change?.after?.clock) - Number(change?.before?.clock),
  }))
}

describe('D13 a clock that is set', () => {
  it.each(JUMPS)('D13 notes %s, repeats no number and prolongs no session', async (_what, by) => {
    const outlet = await startTestOutlet(createTestPorts(), { leavesIdleSeats: true })
    const { ports, service } = outlet
    const head = outlet.as('outlet-head')
    const numbers: string[] = []
    const uids: string[] = []
    const open = async () => {
      const { no, uid } = await head.rectifications.open(TASK)
      numbers.push(String(no))
      uids.push(uid)
    }
    await service.tick()
    await open()
    ports.setWall(ports.clock.now() + by)
    await service.tick()
    await open()
    ports.advance(30_000)
    await service.tick()
    await open()
    ports.setWall(ports.clock.now() - by)
    await service.tick()
    await open()
    const jumps = await jumpsIn(outlet)
    const sequences = ports.database.prepare('SELECT sequence FROM audit_entry ORDER BY sequence').pluck().all()
    ports.advance(10 * 60_000 + 30_000)
    const isOut = await head.people.list({}).then(
      () => false,
      (error: { code?: string }) => error.code === 'not-signed-in',
    )
    const faults = [
      by < 0 || jumps.length === 2,
      jumps.every(({ role, record }) => role === 'system' && record === 'clock-jumped'),
      jumps.some((jump) => Math.abs(jump.by - by) <= 1_000),
      new Set(numbers).size === 4,
      new Set(uids).size === 4,
      sequences.every((sequence, index) => sequence === index + 1),
      verifyAuditChain(ports.database).ok,
      isOut,
    ].filter((isGood) => !isGood).length
    proved({ id: 'D13', runs: 8, bad: faults })
    expect(jumps[jumps.length - 1]).toMatchObject({ role: 'system' })
  })

  it.each(JUMPS.filter(([, by]) => by < 0))('D13 finds %s at the next start', async (_what, by) => {
    const outlet = await startTestOutlet(createTestPorts(`${temporaryFolder()}/chenxun.db`))
    outlet.service.close()
    const ports = createTestPorts(outlet.ports.database.name, outlet.ports.clock.now() + by)
    ports.ids = systemIds
    const service = createService({ open: () => ports })
    const operator = createRouterClient(service.router, { context: { seat: 'x', as: 'operator' } }) as Client
    await service.tick()
    await service.tick()
    const jumps = await jumpsIn({ operator } as TestOutlet)
    proved({ id: 'D13', runs: 1, bad: jumps.length === 1 && jumps[0]?.by === by ? 0 : 1 })
  })

  it('D13 says nothing of time that passed, of a night with the console closed, or of seconds', async () => {
    const outlet = await startTestOutlet(createTestPorts(`${temporaryFolder()}/chenxun.db`))
    await outlet.service.tick()
    outlet.ports.advance(3 * DAY)
    await outlet.service.tick()
    outlet.ports.setWall(outlet.ports.clock.now() - 5_000)
    await outlet.service.tick()
    expect(await jumpsIn(outlet)).toEqual([])
    outlet.service.close()
    const ports = createTestPorts(outlet.ports.database.name, outlet.ports.clock.now() + 40 * DAY)
    ports.ids = systemIds
    const service = createService({ open: () => ports })
    await service.tick()
    const operator = createRouterClient(service.router, { context: { seat: 'x', as: 'operator' } }) as Client
    expect(await jumpsIn({ operator } as TestOutlet)).toEqual([])
  })

  it.each(['while it runs', 'before it starts'])(
    'D13 destroys nothing on the day it runs ten years ahead, set %s, and what is due on the next',
    async (when) => {
      const file = `${temporaryFolder()}/chenxun.db`
      const outlet = await startTestOutlet(createTestPorts(file))
      const teller = outlet.as('teller')
      await outlet.as('outlet-head').moods.openSeries({ mode: 'named' })
      await teller.moods.consent({ notice: NOTICE_VERSION })
      await teller.moods.checkIn({ moment: 'arrival', level: 3 })
      await outlet.service.tick()
      let { ports, service } = outlet
      const wrong = ports.clock.now() + YEARS
      if (when === 'while it runs') ports.setWall(wrong)
      else {
        service.close()
        ports = createTestPorts(file, wrong)
        ports.ids = systemIds
        service = createService({ open: () => ports })
      }
      const answers = async () => {
        await service.tick()
        return ports.database.prepare('SELECT count(*) FROM mood_answer').pluck().get()
      }
      const onThatDay = await answers()
      ports.advance(HOUR)
      const later = await answers()
      ports.advance(DAY)
      proved({ id: 'D13', runs: 1, bad: onThatDay === 1 && later === 1 && (await answers()) === 0 ? 0 : 1 })
    },
  )
})
