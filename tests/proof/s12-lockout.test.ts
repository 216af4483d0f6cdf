import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { createPinHash, DEFAULT_COST } from '../../electron/hosts/ports/pin-hash.ts'
import { systemIds } from '../../electron/hosts/ports/system-ids.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'
import { createTestPorts, type TestPorts } from '../harness/test-ports.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const MINUTE = 60_000
const YEARS = 10 * 365 * 24 * 60 * MINUTE
const STRANGER = '00000000-0000-4000-8000-000000009999'

/** Another run of the console over the same file: the memory of the first is gone. */
function restarted(ports: TestPorts): { client: Client; tick: () => Promise<void>; ports: TestPorts } {
  const again = createTestPorts(ports.database.name, ports.clock.now())
  again.ids = systemIds
  const service = createService({ open: () => again })
  return {
    client: createRouterClient(service.router, { context: { seat: 'again' } }) as Client,
    tick: () => service.tick(),
    ports: again,
  }
}

async function guess(client: Client, personUid: string, pin = '000000') {
  const result = await client.people.signIn({ personUid, pin })
  return result.outcome === 'refused' ? { triesLeft: result.triesLeft, retryAt: result.retryAt } : 'signed-in'
}

describe('S12 five tries, then waits', () => {
  it('S12 grows 1, 2, 4, 8, 15, 15 minutes and lets fewer than 100 guesses into an hour', async () => {
    const outlet = await startTestOutlet()
    const { ports, nobody } = outlet
    const uid = outlet.people.teller ?? ''
    const waits: number[] = []
    const begun = ports.clock.now()
    let guesses = 0
    while (ports.clock.now() - begun < 60 * MINUTE) {
      guesses++
      const refused = await guess(nobody, uid)
      if (refused === 'signed-in') throw new Error('guessed')
      const wait = (refused.retryAt ?? ports.clock.now()) - ports.clock.now()
      if (wait === 0) continue
      waits.push(wait / MINUTE)
      ports.advance(wait - 1)
      expect(await guess(nobody, uid, '7777712')).toMatchObject({ triesLeft: 0 })
      ports.advance(1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15])
    proved({ id: 'S12', runs: guesses, bad: guesses >= 100 ? 1 : 0 })
  })

  it.each([
    ['back', -YEARS],
    ['forward', YEARS],
  ])('S12 is neither lifted nor made eternal by a clock set %s ten years, running or restarted', async (_way, by) => {
    const outlet = await startTestOutlet(createTestPorts(`${temporaryFolder()}/chenxun.db`))
    const uid = outlet.people.teller ?? ''
    for (let time = 0; time < 7; time++) {
      await guess(outlet.nobody, uid)
      if (time >= 4 && time < 6) outlet.ports.advance(2 ** (time - 4) * MINUTE)
    }
    let bad = 0
    const isWaiting = async (client: Client) => (await guess(client, uid)) !== 'signed-in'
    outlet.ports.setWall(outlet.ports.clock.now() + by)
    const running = await guess(outlet.nobody, uid)
    if (running === 'signed-in' || running.triesLeft > 0 || !running.retryAt) bad++
    if (running !== 'signed-in' && (running.retryAt ?? 0) - outlet.ports.clock.now() > 4 * MINUTE) bad++
    outlet.service.close()

    const again = restarted(outlet.ports)
    await again.tick()
    const after = await guess(again.client, uid)
    if (after === 'signed-in' || after.triesLeft > 0) bad++
    if (after !== 'signed-in' && (after.retryAt ?? 0) - again.ports.clock.now() > 4 * MINUTE) bad++
    again.ports.advance(4 * MINUTE)
    await again.tick()
    const freed = await guess(again.client, uid)
    if (freed === 'signed-in' || freed.retryAt === null || freed.retryAt - again.ports.clock.now() !== 8 * MINUTE) bad++
    if (!(await isWaiting(again.client))) bad++
    proved({ id: 'S12', runs: 5, bad })
  })

  it('S12 forgets a wait that is over, so that the next start does not begin it anew', async () => {
    const outlet = await startTestOutlet(createTestPorts(`${temporaryFolder()}/chenxun.db`))
    const uid = outlet.people.teller ?? ''
    for (let time = 0; time < 5; time++) await guess(outlet.nobody, uid)
    outlet.ports.advance(MINUTE)
    await outlet.service.tick()
    outlet.service.close()
    const again = restarted(outlet.ports)
    await again.tick()
    expect(await guess(again.client, uid)).toMatchObject({ retryAt: again.ports.clock.now() + 2 * MINUTE })
  })

  it('S12 answers an unknown person as a known one, try by try, and does the same work', async () => {
    const outlet = await startTestOutlet()
    let derivations = 0
    const { hash, verify } = outlet.ports.pinHash
    outlet.ports.pinHash = {
      ...outlet.ports.pinHash,
      hash(pin) {
        derivations++
        return hash(pin)
      },
      verify(pin, stored) {
        derivations++
        return verify(pin, stored)
      },
    }
    let bad = 0
    for (let time = 0; time < 12; time++) {
      derivations = 0
      const known = await guess(outlet.nobody, outlet.people.teller ?? '')
      const forKnown = derivations
      const unknown = await guess(outlet.nobody, STRANGER)
      if (JSON.stringify(known) !== JSON.stringify(unknown) || derivations !== 2 * forKnown) bad++
      if (time % 2 === 0) outlet.ports.advance(MINUTE)
    }
    proved({ id: 'S12', runs: 12, bad })
  })

  it('S12 throws out whoever guesses the PIN of a seat left open', async () => {
    const outlet = await startTestOutlet()
    const teller = outlet.as('teller')
    for (let time = 0; time < 5; time++) {
      await expect(teller.people.changePin({ oldPin: `00000${time}`, newPin: '135791' })).rejects.toMatchObject({
        data: { reason: 'wrongPin' },
      })
    }
    await expect(teller.people.list({})).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('S12 recovery sheet', () => {
  async function setUp() {
    const ports = createTestPorts()
    const service = createService({ open: () => ports })
    const nobody = createRouterClient(service.router, { context: { seat: 'nobody' } }) as Client
    const { head, recoveryCode } = await nobody.people.setUpOutlet({
      code: 'A-1',
      name: '柳岸路网点',
      headName: '林予安',
    })
    return { ports, nobody, head, recoveryCode }
  }

  it('S12 lets the only head back in however often somebody guessed, audited and once', async () => {
    const { ports, nobody, head, recoveryCode } = await setUp()
    for (let time = 0; time < 9; time++) await guess(nobody, head.uid, '111111')
    expect(recoveryCode.replaceAll('-', '')).toHaveLength(25)
    const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')} `
    const used = await nobody.people.recover({ code: typed })
    if (used.outcome !== 'recovered') throw new Error('refused')
    expect(used.recoveryCode).not.toBe(recoveryCode)
    expect(await nobody.people.recover({ code: recoveryCode })).toEqual({ outcome: 'refused', retryAt: null })
    const signedIn = await nobody.people.signIn({ personUid: head.uid, pin: used.head.oneTimePin })
    expect(signedIn).toMatchObject({ outcome: 'signed-in', session: { mustChangePin: true } })
    await nobody.people.changePin({ oldPin: used.head.oneTimePin, newPin: '246811' })
    const { entries } = await nobody.audit.list({ procedure: 'people.recover' })
    expect(entries.flatMap(({ changes }) => changes.map(({ record, after }) => [record, after]))).toEqual([
      ['recovery-sheet', { refused: true, failed: 1 }],
      ['credential', { recovered: true }],
      ['recovery-sheet', { issued: true }],
    ])
    expect(ports.database.prepare('SELECT hash FROM recovery').pluck().get()).toMatch(/^plain\$/)
    const reissued = await nobody.people.reissueRecovery({ pin: '246811' })
    expect(await nobody.people.recover({ code: used.recoveryCode })).toMatchObject({ outcome: 'refused' })
    expect(await nobody.people.recover({ code: reissued.recoveryCode })).toMatchObject({ outcome: 'recovered' })
  })

  it('S12 waits after five wrong codes, and not for ever', async () => {
    const { ports, nobody, recoveryCode } = await setUp()
    for (let time = 0; time < 5; time++) await nobody.people.recover({ code: 'WRONG' })
    expect(await nobody.people.recover({ code: recoveryCode })).toEqual({
      outcome: 'refused',
      retryAt: ports.clock.now() + MINUTE,
    })
    ports.advance(MINUTE)
    expect(await nobody.people.recover({ code: recoveryCode })).toMatchObject({ outcome: 'recovered' })
  })

  it('S12 makes a new sheet for the head alone, against the own PIN', async () => {
    const outlet = await startTestOutlet()
    await expect(outlet.as('teller').people.reissueRecovery({ pin: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(outlet.as('outlet-head').people.reissueRecovery({ pin: '1' })).rejects.toMatchObject({
      data: { reason: 'wrongPin' },
    })
  })
})

it('S13 stores scrypt at the OWASP floor and renews weaker hashes at sign-in', async () => {
  const strong = createPinHash()
  const stored = await strong.hash('246810')
  const weak = await createPinHash({ ...DEFAULT_COST, ln: 14 }).hash('246810')
  const outlet = await startTestOutlet()
  outlet.ports.database.prepare('UPDATE credential SET hash = ?').run(weak)
  outlet.ports.pinHash = strong
  await outlet.nobody.people.signIn({ personUid: outlet.people.teller ?? '', pin: '246810' })
  const hashes = outlet.ports.database.prepare('SELECT hash FROM credential').pluck().all() as string[]
  const renewed = hashes.filter((hash) => hash.startsWith('$scrypt$ln=17,r=8,p=1$'))
  proved({
    id: 'S13',
    runs: 4,
    bad: [
      stored.startsWith('$scrypt$ln=17,r=8,p=1$'),
      await strong.verify('246810', stored),
      strong.needsRehash(weak),
      renewed.length === 1,
    ].filter((isGood) => !isGood).length,
  })
})
