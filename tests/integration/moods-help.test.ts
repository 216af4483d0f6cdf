import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { MoodRules, NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

describe('where to turn', () => {
  let outlet: TestOutlet
  let head: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    teller = outlet.as('teller')
  })

  const own = async (client: Client) => (await client.moods.scale({})).helplines.filter(({ isOwn }) => isOwn)

  it('names the bank’s own care line to everybody once the head has filled it in, and not before', async () => {
    const { rules } = await head.moods.state({})
    expect(await own(teller)).toMatchObject([{ number: null }])
    const national = (await teller.moods.scale({})).helplines.filter(({ isOwn }) => !isOwn)
    expect(national.map(({ number }) => number)).toContain('12356')
    await head.moods.setRules({ ...rules, careLine: ' 025-8888 1234（分行工会） ' })
    expect(await own(teller)).toMatchObject([{ number: '025-8888 1234（分行工会）' }])
    expect((await head.moods.state({})).rules.careLine).toBe('025-8888 1234（分行工会）')
    await expect(teller.moods.setRules({ ...rules, careLine: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(head.moods.setRules({ ...rules, careLine: '1'.repeat(61) })).rejects.toMatchObject({
      data: { fields: { careLine: 'tooLong' } },
    })
    await head.moods.setRules({ ...rules, careLine: '' })
    expect(await own(teller)).toMatchObject([{ number: null }])
  })

  it('reads rules that were saved before there was a care line', () => {
    const { careLine, ...before } = MoodRules.parse({
      moments: ['arrival'],
      retention: { answers: 90, sensitiveTags: 30, careTalks: 180, weeks: 400 },
    })
    expect(careLine).toBe('')
    expect(MoodRules.parse(before)).toEqual({ ...before, careLine: '' })
  })

  it('hears a wish to talk without a weather and without a consent, in either mode', async () => {
    for (const mode of ['named', 'counters'] as const) {
      await head.moods.openSeries({ mode })
      await teller.moods.consent({ notice: NOTICE_VERSION })
      await teller.moods.withdraw({})
      expect(await teller.moods.state({})).toMatchObject({ consent: null, hasWish: false, open: [] })
      await teller.moods.askToTalk({})
      expect(await teller.moods.state({})).toMatchObject({ consent: null, hasWish: true })
      expect((await teller.moods.mine({})).answers).toEqual([])
      await teller.moods.withdraw({})
    }
  })
})
