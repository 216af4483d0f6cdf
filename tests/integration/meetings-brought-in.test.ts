import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { Meeting } from '../../shared/contract/meetings.ts'
import { at, type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

describe('what a meeting brings in', () => {
  let outlet: MeetingOutlet
  let lobby: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
  })

  const enter = (kind: 'morning' | 'evening' = 'morning', from = '08:25', to = '08:40') =>
    lobby.meetings.enterLate({
      ...{ on: '2026-11-24', kind, templateId: kind === 'morning' ? 'standard-15' : 'evening-10' },
      ...{ host: outlet.uid('lobby-manager'), startedAt: at(from, '2026-11-24'), endedAt: at(to, '2026-11-24') },
    })
  const standing = ({ returned }: Meeting) => returned.map(({ words, state }) => `${words} ${state}`)

  /** Monday's lines; on Tuesday the log is entered at five for the meeting of half past eight. */
  async function monday(...words: string[]): Promise<string[]> {
    const meeting = await outlet.begin()
    const uids: string[] = []
    for (const said of words) uids.push((await outlet.focus(meeting, said)).uid)
    outlet.ports.advance(15 * 60_000)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    return uids
  }

  it('goes by when it was held, not by when it was written down', async () => {
    const [early, between, written] = await monday('会前了结', '会后了结', '补记时了结')
    await outlet.dawn('2026-11-24', '08:00')
    await lobby.meetings.endLine({ uid: early ?? '', as: 'done' })
    outlet.ports.setNow(at('11:00', '2026-11-24'))
    const other = await outlet.begin('evening-10')
    await outlet.focus(other, '上午才说')
    await lobby.meetings.endLine({ uid: between ?? '', as: 'done' })
    outlet.ports.setNow(at('17:00', '2026-11-24'))
    const late = await enter()
    expect(standing(late)).toEqual(['会后了结 open', '补记时了结 open'])
    const ended = { endedAt: at('11:00', '2026-11-24'), endedBy: null, reason: null, mornings: 1 }
    expect(late.returned).toMatchObject([ended, { endedAt: null }])
    outlet.ports.advance(60_000)
    await lobby.meetings.endLine({ uid: written ?? '', as: 'done' })
    const { uid: meeting } = late.meeting
    expect(standing(await lobby.meetings.read({ meeting }))).toEqual(['会后了结 open', '补记时了结 done'])
    const stage = (await lobby.today.overview({})).meetings.find(({ kind }) => kind === 'morning')
    expect(stage?.returning).toBe(2)
    await outlet.focus(late)
    await outlet.sign(late)
    expect(standing(await lobby.meetings.read({ meeting }))).toEqual(['会后了结 open', '补记时了结 done'])
    expect((await lobby.today.overview({})).meetings[0]?.returning).toBe(2)
  })

  it('goes by when it was said, where two logs are written down one after the other', async () => {
    await outlet.dawn('2026-11-24', '17:00')
    const morning = await enter()
    const { uid } = await outlet.focus(morning, '晨会说的')
    outlet.ports.advance(60_000)
    const evening = await enter('evening', '16:00', '16:10')
    expect(evening).toMatchObject({ returned: [{ uid, state: 'open' }], returnedCount: 1 })
    await outlet.focus(evening)
    await outlet.sign(evening)
    outlet.ports.advance(60_000)
    await outlet.sign(morning)
    const { returned } = await lobby.meetings.read({ meeting: evening.meeting.uid })
    expect(returned.map(({ words }) => words)).toEqual(['晨会说的'])
    expect((await lobby.meetings.read({ meeting: morning.meeting.uid })).returned).toEqual([])
  })

  it('is on Today before it begins, also from a log written down after its window opened', async () => {
    await outlet.begin('evening-10').then((meeting) => outlet.finish(meeting))
    await outlet.dawn('2026-11-24', '08:50')
    const { uid: meeting } = (await lobby.meetings.list({ from: '2026-11-23', to: '2026-11-23' }))[0] ?? { uid: '' }
    const allowed = await outlet.as('outlet-head').meetings.allowLate({ meeting, reason: '忘了记' })
    await outlet.focus(allowed, '昨天夕会说的')
    const stage = async () => (await lobby.today.overview({})).meetings.find(({ kind }) => kind === 'morning')
    expect((await stage())?.returning).toBe(1)
    expect(standing(await outlet.begin())).toEqual(['昨天夕会说的 open'])
    expect((await stage())?.returning).toBe(1)
  })

  it('of a draft that the head allowed later is not what ended in between', async () => {
    const [overnight, later] = await monday('夜里了结', '补签时了结')
    await outlet.dawn('2026-11-24')
    const draft = await outlet.begin()
    await outlet.focus(draft)
    outlet.ports.advance(60_000)
    await outlet.finish(draft)
    await outlet.dawn('2026-11-25', '08:00')
    await lobby.meetings.endLine({ uid: overnight ?? '', as: 'done' })
    outlet.ports.advance(60_000)
    const { uid: meeting } = draft.meeting
    const allowed = await outlet.as('outlet-head').meetings.allowLate({ meeting, reason: '忘了签字' })
    expect(standing(allowed)).toEqual(['夜里了结 open', '补签时了结 open'])
    outlet.ports.advance(60_000)
    await lobby.meetings.endLine({ uid: later ?? '', as: 'done' })
    await outlet.sign(draft)
    expect(standing(await lobby.meetings.read({ meeting }))).toEqual(['夜里了结 open', '补签时了结 done'])
  })

  it('is signed whole, read a hundred at a time and printed whole, however much it is', async () => {
    await outlet.hold()
    const add =
      outlet.ports.database.prepare(`INSERT INTO meeting_line (uid, meeting_id, step_id, capture, words, state,
      at) SELECT ?, id, 'today', 'focus-items', ?, 'open', started_at + 1 FROM meeting`)
    // A signed meeting takes no line; this many come together over months of meetings.
    outlet.ports.database.exec('DROP TRIGGER meeting_line_insert')
    for (let no = 1; no <= 250; no++) {
      add.run(`00000000-0000-7000-9000-${String(no).padStart(12, '0')}`, `第${no}件`)
    }
    expect(await lobby.meetings.day({})).toMatchObject({ openLineCount: 251, openLines: { length: 100 } })
    expect(await lobby.meetings.moreLines({ meeting: null, offset: 200 })).toHaveLength(51)
    await outlet.dawn('2026-11-24')
    const { meeting } = await outlet.hold()
    const signed = await lobby.meetings.read({ meeting: meeting.meeting.uid })
    expect(signed).toMatchObject({ returnedCount: 251, returned: { length: 100 } })
    const page = (offset: number) => lobby.meetings.moreLines({ meeting: meeting.meeting.uid, offset })
    const words = [...signed.returned, ...(await page(100)), ...(await page(200))].map((line) => line.words)
    expect(new Set(words).size).toBe(251)
    const { html } = await lobby.meetings.minutes({ meeting: meeting.meeting.uid })
    for (const one of words) expect(html).toContain(one)
  })
})
