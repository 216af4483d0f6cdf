import { describe, expect, it } from 'vitest'
import { LOCKED_MESSAGE } from '../../shared/desktop-api.ts'
import { proved } from '../harness/proved.ts'
import { PEOPLE, signInOn, startRealPage } from '../harness/real-page.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const MINUTE = 60_000
const GRACE = 30_000

describe('S18 idle lock', () => {
  it('S18 forgets in the service who sat there after the idle time, whatever the clock says', async () => {
    const outlet = await startTestOutlet(undefined, { leavesIdleSeats: true })
    const { ports } = outlet
    const head = outlet.as('outlet-head')
    const isIn = (role: 'outlet-head' | 'teller') =>
      outlet
        .as(role)
        .people.list({})
        .then(() => true)
        .catch((error: { code?: string }) => error.code !== 'not-signed-in')
    let bad = 0
    const expectIn = async (role: 'outlet-head' | 'teller', wanted: boolean) => {
      if ((await isIn(role)) !== wanted) bad++
    }
    ports.advance(10 * MINUTE)
    await head.people.stay({})
    ports.advance(GRACE - 1)
    await expectIn('teller', true)
    ports.advance(1)
    await expectIn('teller', false)
    await expectIn('outlet-head', true)
    // Reading is what a page does by itself; only an act keeps the seat.
    ports.advance(9 * MINUTE)
    await expectIn('outlet-head', true)
    ports.setWall(ports.clock.now() - 3_600_000)
    ports.advance(MINUTE)
    await expectIn('outlet-head', false)
    proved({ id: 'S18', runs: 5, bad })
  })

  it('S18 locks after as many minutes as the head has set, one to thirty', async () => {
    const outlet = await startTestOutlet(undefined, { leavesIdleSeats: true })
    const head = outlet.as('outlet-head')
    const before = await head.settings.read({})
    expect(before.lockAfterMinutes).toBe(10)
    for (const lockAfterMinutes of [0, 31, 2.5]) {
      await expect(head.settings.save({ ...before, lockAfterMinutes })).rejects.toMatchObject({ code: 'invalid-input' })
    }
    await head.settings.save({ ...before, lockAfterMinutes: 1 })
    expect(await head.people.session({})).toMatchObject({ lockAfterMinutes: 1 })
    outlet.ports.advance(MINUTE + GRACE)
    expect((await head.people.session({})).person).toBeNull()
  })

  it('S18 ends the stream of changes of a seat that was left', async () => {
    const outlet = await startTestOutlet(undefined, { leavesIdleSeats: true })
    const changes = await outlet.as('teller').events.changes({})
    expect((await changes.next()).value).toMatchObject({ feature: 'hello' })
    outlet.ports.advance(11 * MINUTE)
    await outlet.operator.drafts.find({ key: 'a' }).catch(() => undefined)
    await outlet.service.tick()
    expect((await changes.next()).done).toBe(true)
  })

  it('S18 clears the page after the idle time and with the machine, and brings the same person back', async () => {
    const host = await startRealPage()
    const page = await host.openPage()
    const [head, other] = PEOPLE
    const name = page.getByRole('textbox', { name: '姓名', exact: true })
    await signInOn(page, head)
    await page.evaluate(() => window.history.pushState(null, '', '/people?person=new'))
    await page.reload()
    await name.fill('许一诺新来的')
    const locks: [string, () => Promise<unknown>][] = [
      ['idle', () => page.clock.fastForward(10 * MINUTE + 6_000)],
      ['machine', () => page.evaluate((type) => window.postMessage({ type }, location.origin), LOCKED_MESSAGE)],
      ['key', () => page.keyboard.press('Control+l')],
    ]
    const faults: string[] = []
    for (const [way, lock] of locks) {
      await page.getByText(other).first().waitFor()
      await lock()
      await page
        .locator('input[type="password"]')
        .waitFor()
        .catch(() => faults.push(`${way}: not locked`))
      const shown = await page.content()
      for (const text of [other, '许一诺新来的'])
        if (shown.includes(text)) faults.push(`${way}: ${text} is still there`)
      await signInOn(page, head)
      if (new URL(page.url()).searchParams.get('person') !== 'new') faults.push(`${way}: another place`)
      await page.getByText(/上次没写完的.*许一诺新来的/).waitFor()
      if ((await name.inputValue()) !== '') faults.push(`${way}: applied by itself`)
      await page.getByRole('button', { name: /恢\s*复/ }).click()
      if ((await name.inputValue()) !== '许一诺新来的') faults.push(`${way}: not restored`)
    }
    await page.keyboard.press('F2')
    await signInOn(page, other)
    if (new URL(page.url()).search !== '') faults.push('somebody else came to the place of the last one')
    proved({ id: 'S18', runs: locks.length + 1, bad: faults.length })
    expect(faults).toEqual([])
  })
})
