import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OUTLET_PARAMETERS, OUTLET_SWITCHES } from '../../shared/contract/settings.ts'
import { startTestOutlet } from '../harness/test-service.ts'

interface Shipped {
  conditions: { id: string; source: string }[]
  items: { reading?: { min_parameter?: string; max_parameter?: string } }[]
}

const checklist = JSON.parse(readFileSync('resources/checklists/outlet-standard.json', 'utf8')) as Shipped

describe('the switches and parameters of an outlet', () => {
  it('are those the checklist asks for', () => {
    const asked = checklist.conditions.filter(({ source }) => source === 'outlet-switch')
    expect(asked.map(({ id }) => id.replace('switch.', ''))).toEqual([...OUTLET_SWITCHES])
    const named = checklist.items.flatMap(({ reading }) => [reading?.min_parameter, reading?.max_parameter])
    expect(OUTLET_PARAMETERS).toEqual(expect.arrayContaining(named.filter((name) => name !== undefined)))
  })

  it('can be changed, and no other name is taken', async () => {
    const { settings } = (await startTestOutlet()).as('outlet-head')
    const before = await settings.read({})
    const more = { ...before.switches, 'safe-boxs': true }
    await expect(settings.save({ ...before, switches: more })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: { switches: 'invalidValue' } },
    })
    const parameters = { ...before.parameters, room_temp: 20 }
    await expect(settings.save({ ...before, parameters })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await settings.read({})).toEqual(before)
    const after = { ...before, switches: { ...before.switches, 'safe-boxes': true } }
    expect(await settings.save(after)).toEqual(after)
  })

  it('start as ours where an older file lacks them, and lose names that nothing asks for', async () => {
    const outlet = await startTestOutlet()
    outlet.ports.database
      .prepare("INSERT INTO setting VALUES ('outlet.switches', ?)")
      .run(JSON.stringify({ 'safe-boxes': true, 'public-restroom': true }))
    const { switches } = await outlet.as('outlet-head').settings.read({})
    expect(switches).toEqual({ 'safe-boxes': true, 'fire-panel': true })
  })
})
