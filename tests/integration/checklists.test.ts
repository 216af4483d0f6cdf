import { beforeEach, describe, expect, it } from 'vitest'
import type { ChecklistItem, ItemWording } from '../../shared/contract/checklists.ts'
import type { Client } from '../../shared/contract/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

describe('checklists', () => {
  let outlet: TestOutlet
  let head: Client
  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
  })

  async function itemNamed(id: string): Promise<ChecklistItem> {
    const item = (await head.checklists.current({})).items.find((one) => one.id === id)
    if (!item) throw new Error(`no item ${id}`)
    return item
  }

  function wordingOf({
    id: _id,
    version: _version,
    isOn: _isOn,
    isOwn: _isOwn,
    ...wording
  }: ChecklistItem): ItemWording {
    return wording
  }

  it('rewords an item under its id and keeps the wording it had', async () => {
    const before = await itemNamed('lobby.desk-staffed')
    outlet.ports.advance(60_000)
    const after = await head.checklists.rewordItem({
      id: before.id,
      wording: {
        ...wordingOf(before),
        zh: '引导台有人',
        phrases: ['离岗无人补位'],
        clauses: ['GB/T 32320-2015 5.2.1'],
      },
      basedOn: before.version,
    })
    expect(after).toMatchObject({ id: before.id, zh: '引导台有人', version: 2, isOwn: false })
    const history = await head.checklists.itemHistory({ id: before.id })
    expect(history.map(({ version, zh, changedBy }) => ({ version, zh, changedBy }))).toEqual([
      { version: 2, zh: '引导台有人', changedBy: '林予安' },
      { version: 1, zh: before.zh, changedBy: '' },
    ])
  })

  it('refuses a rewording of a wording that is no longer the newest', async () => {
    const before = await itemNamed('lobby.desk-staffed')
    const wording = wordingOf(before)
    await head.checklists.rewordItem({ id: before.id, wording: { ...wording, zh: '甲' }, basedOn: before.version })
    await expect(
      head.checklists.rewordItem({ id: before.id, wording: { ...wording, zh: '乙' }, basedOn: before.version }),
    ).rejects.toMatchObject({ code: 'conflict', data: { reason: 'itemChangedMeanwhile' } })
  })

  it('refuses what would silence an item or its limits', async () => {
    const wording = wordingOf(await itemNamed('lobby.air-light'))
    const reading = { label_zh: '室温', label_en: '', unit_zh: '°C', unit_en: '' }
    const refused = async (change: Partial<ItemWording>, fields: Record<string, string>) => {
      const call = head.checklists.rewordItem({ id: 'lobby.air-light', wording: { ...wording, ...change } })
      await expect(call).rejects.toMatchObject({ code: 'invalid-input', data: { fields } })
    }
    await refused({ condition: 'weather.fog' }, { condition: 'conditionUnknown' })
    await refused(
      { reading: { ...reading, max_parameter: 'nothing' } },
      { 'reading.max_parameter': 'parameterUnknown' },
    )
    await refused({ reading: { ...reading, min: 3, max: 2 } }, { 'reading.min': 'limitsCrossed' })
    await refused({ rounds: [] }, { 'wording.rounds': 'required' })
    await refused({ zh: ' ' }, { 'wording.zh': 'required' })
    await expect(
      head.checklists.rewordItem({ id: 'lobby.air-light', wording: { ...wording, reference_photo: 'a'.repeat(64) } }),
    ).rejects.toMatchObject({ code: 'not-found', data: { reason: 'photoGone' } })
  })

  it('never gives an id twice and lets tellers change nothing', async () => {
    const wording = wordingOf(await itemNamed('lobby.desk-staffed'))
    const first = await head.checklists.addItem({ wording })
    const second = await outlet.as('lobby-manager').checklists.addItem({ wording })
    expect(first).toMatchObject({ isOwn: true, isOn: true })
    expect(second.id).not.toBe(first.id)
    await expect(outlet.as('teller').checklists.addItem({ wording })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('moves many items between rounds as one version, and back', async () => {
    const items = (await head.checklists.current({})).items.slice(0, 3)
    await head.checklists.moveItems({ items: items.map(({ id }) => ({ id, rounds: ['midday'] })) })
    const moved = await head.checklists.current({})
    expect(moved.version).toBe(2)
    expect(moved.items.slice(0, 3).map(({ rounds, version }) => ({ rounds, version }))).toEqual(
      Array(3).fill({ rounds: ['midday'], version: 2 }),
    )
    await head.checklists.moveItems({ items: items.map(({ id, rounds }) => ({ id, rounds })) })
    const back = (await head.checklists.current({})).items.slice(0, 3)
    expect(back.map(({ rounds }) => rounds)).toEqual(items.map(({ rounds }) => rounds))
  })

  it('walks the zones in the order given, and refuses a list that is not all of them', async () => {
    const own = await head.checklists.addZone({
      order: 99,
      zh: '贵金属柜',
      en: '',
      walk_zh: '',
      walk_en: '',
      default_checker_role: null,
    })
    const { zones } = await head.checklists.current({})
    const ids = [own.id, ...zones.map(({ id }) => id).filter((id) => id !== own.id)]
    await head.checklists.orderZones({ ids })
    const now = await head.checklists.current({})
    expect(now.zones.map(({ id }) => id)).toEqual(ids)
    await expect(head.checklists.orderZones({ ids: ids.slice(1) })).rejects.toMatchObject({
      data: { reason: 'zonesChangedMeanwhile' },
    })
    await expect(head.checklists.updateZone({ ...own, zh: '' })).rejects.toMatchObject({
      data: { fields: { zh: 'required' } },
    })
  })

  it('does not ask a switched-off item or zone in a round opened afterwards', async () => {
    const { items, zones } = await head.checklists.current({})
    const off = items.find(
      ({ zone, rounds, cadence }) => zone === 'lobby' && rounds.includes('opening') && cadence === 'daily',
    )
    const exterior = zones.find(({ id }) => id === 'exterior')
    if (!off || !exterior) throw new Error('the standard checklist has changed')
    await head.checklists.switchItems({ ids: [off.id], isOn: false })
    const { isOwn: _isOwn, ...zone } = exterior
    await head.checklists.updateZone({ ...zone, isOn: false })
    const { patrols } = await head.patrols.day({})
    const opening = patrols.find(({ round }) => round === 'opening')
    const sheet = await head.patrols.start({ uid: opening?.uid ?? '' })
    expect(sheet.items.some(({ id }) => id === off.id)).toBe(false)
    expect(sheet.items.some((item) => item.zone === 'exterior')).toBe(false)
    expect(sheet.items.some((item) => item.zone === 'lobby')).toBe(true)
  })
})
