import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { wallReaders } from '../../electron/service/meetings/wall/wall-readers.ts'
import type { Client } from '../../shared/contract/index.ts'
import { WallBlock } from '../../shared/contract/meeting-screen.ts'
import { MeetingStep } from '../../shared/contract/meeting-templates.ts'
import { HEAD_KEYS, type HeadKey, WALL_KEYS, type WallKey } from '../../shared/domain/meeting-keys.ts'
import { at, type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

/** Words that must never reach a shared screen. */
const PLANTED = ['绝密请假事由', '仪容点名王五', '事项备注私语']

describe('the wall', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  /** A Friday with faults, and the Monday after it. */
  async function plantFaults() {
    outlet.ports.setNow(at('07:52', '2026-11-20'))
    for (const post of ['lobby-manager', 'outlet-head'] as const) {
      await outlet.as(post).people.signIn({ personUid: outlet.uid(post), pin: outlet.pinOf(post) })
    }
    await outlet.service.tick()
    const { patrols } = await lobby.patrols.day({ on: '2026-11-20' })
    const opening = patrols.find(({ round }) => round === 'opening')
    const { items } = await lobby.patrols.start({ uid: opening?.uid ?? '' })
    const staff = items.find(({ zone }) => zone === 'staff')
    const other = items.find(({ zone }) => zone === 'lobby')
    const fail = (item: string, note: string) => ({ item, value: 'fail' as const, note, basedOn: 0 })
    await lobby.patrols.answer({
      uid: opening?.uid ?? '',
      answers: [fail(staff?.id ?? '', '仪容点名王五'), fail(other?.id ?? '', '大厅地面湿滑')],
    })
    await lobby.patrols.submit({ uid: opening?.uid ?? '', allowUnanswered: true })
    await outlet.dawn('2026-11-23')
    return { staff, other }
  }

  it('shows of every step of every template what is for all, and nothing that was planted', async () => {
    const { staff, other } = await plantFaults()
    await head.rectifications.open({
      ...{ source: 'complaint', description: '客户投诉等候过久', severity: 'major', zone: 'lobby', item: null },
      ...{ ownerUid: outlet.uid('lobby-manager'), queue: null },
    })
    await lobby.meetings.announceAbsence({
      ...{ on: '2026-11-23', person: outlet.uid('teller'), reason: '绝密请假事由' },
      coveredBy: outlet.uid('ops-supervisor'),
    })
    const shown = new Set<string>()
    const texts: string[] = []
    for (const { id, kind, steps } of await lobby.meetings.templates({})) {
      const { meeting } = await lobby.meetings.begin({ kind, templateId: id, host: outlet.uid('lobby-manager') })
      for (const [position, step] of steps.entries()) {
        await lobby.meetings.note({ meeting: meeting.uid, position, words: '事项备注私语' })
        if (position > 0) await lobby.meetings.goTo({ meeting: meeting.uid, position })
        const wall = await lobby.meetings.wall({})
        expect(wall?.position).toBe(position)
        const blocks = await lobby.meetings.screenData({ meeting: meeting.uid, position })
        expect(wall?.blocks).toEqual(blocks)
        const keys = blocks.map(({ key }) => key)
        expect(keys).toEqual(step.shows.filter((key) => keys.includes(key)))
        for (const key of keys) shown.add(key)
        texts.push(JSON.stringify(wall))
      }
      await lobby.meetings.drop({ meeting: meeting.uid, reason: '走完一遍' })
    }
    const all = texts.join('\n')
    for (const words of PLANTED) expect(all).not.toContain(words)
    expect([...shown].filter((key) => (HEAD_KEYS as readonly string[]).includes(key))).toEqual([])
    // What must be there, or the test would pass on an empty wall.
    expect(all).toContain(staff?.zh)
    expect(all).toContain(other?.zh)
    expect(all).toContain('大厅地面湿滑')
    expect(all).toContain('客户投诉等候过久')
    expect(all).toContain('顾青禾')
    for (const key of ['roster.today', 'patrol.failed-yesterday', 'task.due-today', 'drill.of-day', 'kpi.week-board']) {
      expect(shown).toContain(key)
    }
  })

  it('leaves out the keys that nothing stands behind', async () => {
    const meeting = await outlet.begin()
    const gather = await lobby.meetings.screenData({ meeting: meeting.meeting.uid, position: 0 })
    expect(meeting.template.steps[0]?.shows).toEqual(['roster.today', 'weather.today'])
    expect(gather.map(({ key }) => key)).toEqual(['roster.today'])
  })

  it('has no key for the head alone: not by type, not in a template, not in a block', () => {
    expectTypeOf<Extract<HeadKey, WallKey>>().toBeNever()
    expectTypeOf<Extract<keyof typeof wallReaders, HeadKey>>().toBeNever()
    expect(WALL_KEYS.filter((key) => (HEAD_KEYS as readonly string[]).includes(key))).toEqual([])
    const step = {
      ...{ id: 'x', name: { zh: '步', en: '' }, minutes: 1, leadRole: 'host', prompts: [] },
      ...{ captures: [], skipWhen: null },
    }
    expect(MeetingStep.safeParse({ ...step, shows: ['roster.today'] }).success).toBe(true)
    for (const key of HEAD_KEYS) {
      expect(MeetingStep.safeParse({ ...step, shows: [key] }).success).toBe(false)
      const block = { key, name: { zh: '', en: '' }, rows: [], total: 0 }
      expect(WallBlock.safeParse(block).success).toBe(false)
      expect(Object.keys(wallReaders)).not.toContain(key)
    }
  })

  it('follows the running meeting and goes dark with it', async () => {
    expect(await lobby.meetings.wall({})).toBeNull()
    const meeting = await outlet.begin()
    expect((await head.meetings.wall({}))?.meeting).toBe(meeting.meeting.uid)
    await outlet.finish(meeting)
    expect(await head.meetings.wall({})).toBeNull()
  })
})
