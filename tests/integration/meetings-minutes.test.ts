import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { Meeting } from '../../shared/contract/meetings.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'
import { unzipped } from '../harness/unzipped.ts'

describe('what was captured', () => {
  let outlet: MeetingOutlet
  let lobby: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
  })

  const add = (meeting: Meeting, capture: string, more: object) =>
    lobby.meetings.addLine({
      ...{
        meeting: meeting.meeting.uid,
        position: outlet.step(meeting, capture),
        capture: capture as 'quiz',
        words: '',
      },
      ...more,
    })
  const decide = (meeting: Meeting, more: object) =>
    lobby.meetings.decide({
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'new-tasks'), severity: 'minor' as const },
      ...{ words: '换座椅', ownerUid: null, queue: null, ...more },
    })

  /** Tuesday's meeting, in which Monday's item lies still unfinished; signed. */
  async function holdTuesday(): Promise<Meeting> {
    await outlet.hold('standard-15', 'outlet-head')
    await outlet.dawn('2026-11-24')
    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    const [teller, head, ops] = [outlet.uid('teller'), outlet.uid('outlet-head'), outlet.uid('ops-supervisor')]
    await lobby.meetings.setAttendance({ meeting: uid, attendance: [{ person: ops, state: 'late', reason: '堵车' }] })
    await lobby.meetings.setPairs({
      meeting: uid,
      pairs: [
        { a: teller, b: head, fixed: '工牌戴正' },
        { a: ops, b: outlet.uid('lobby-manager'), fixed: null },
      ],
    })
    await outlet.focus(meeting, '雨天地垫')
    await add(meeting, 'quiz', { words: '假币几人在场', person: teller, extra: { quiz: { isRight: false } } })
    await add(meeting, 'quiz', { words: '大额预约几天', person: ops, extra: { quiz: { isRight: true } } })
    const drill = { card: 'faint', roles: [{ person: teller, role: '求助的人' }] }
    await add(meeting, 'drill-result', { words: '口令不够响', extra: { drill } })
    await add(meeting, 'notices-passed', { words: '利率换版', extra: { confirmed: [head, ops] } })
    await decide(meeting, { words: '换座椅', queue: 'ops-supervisor', due: { on: '2026-11-27', at: '16:30' } })
    await decide(meeting, { words: '补叫号纸', ownerUid: teller, due: { on: '2026-11-26', at: '10:00' } })
    outlet.ports.advance(15 * 60_000)
    await outlet.finish(meeting)
    const signed = await outlet.sign(meeting)
    if (signed.outcome !== 'signed') throw new Error('not signed')
    return signed.meeting
  }

  it('is found again in the log: results, card, owner and day, pairs, and what is still open', async () => {
    const log = await holdTuesday()
    const of = (words: string) => log.lines.find((line) => line.words === words)
    expect(of('假币几人在场')).toMatchObject({ person: { name: '许一诺' }, extra: { quiz: { isRight: false } } })
    expect(of('口令不够响')).toMatchObject({
      card: { zh: '客户在等候区晕倒', en: 'A customer faints in the waiting area' },
      people: [{ name: '许一诺', role: '求助的人' }],
    })
    expect(of('利率换版')?.people).toEqual([
      { name: '林予安', role: null },
      { name: '顾青禾', role: null },
    ])
    expect(of('换座椅')).toMatchObject({ dueOn: '2026-11-27', task: { owner: null, queue: 'ops-supervisor' } })
    expect(of('补叫号纸')).toMatchObject({ dueOn: '2026-11-26', person: { name: '许一诺' } })
    expect(log.pairs).toHaveLength(2)
    expect(log.returned).toMatchObject([{ words: '三号窗口九点前开', state: 'open', on: '2026-11-23' }])
  })

  it('is found again in the minutes, on the page in both languages and in Word', async () => {
    const { meeting } = await holdTuesday()
    const shared = [
      '假币几人在场',
      '口令不够响',
      '求助的人',
      '工牌戴正',
      '2026-11-27',
      '2026-11-26',
      '三号窗口九点前开',
    ]
    const texts = {
      'zh-CN': [...shared, '答错', '答对', '客户在等候区晕倒', '运营主管', '林予安 顾青禾', '都合格', '未了', '堵车'],
      en: [...shared, 'Wrong', 'Right', 'A customer faints in the waiting area', 'all well', 'open', 'late'],
    } as const
    for (const language of ['zh-CN', 'en'] as const) {
      const { html } = await lobby.meetings.minutes({ meeting: meeting.uid, language })
      const body = html.replaceAll(/<style[\s\S]*?<\/style>/g, '')
      for (const words of texts[language]) expect(body).toContain(words)
      const { file } = await lobby.meetings.minutesFile({ meeting: meeting.uid, language, format: 'docx' })
      const document = (await unzipped(new Uint8Array(await (file as Blob).arrayBuffer()))).get('word/document.xml')
      const inWord = new TextDecoder().decode(document)
      for (const words of texts[language]) expect(inWord).toContain(words)
    }
  })

  it('says of a decision what was decided and, where that differs, how it stands now', async () => {
    const { meeting } = await holdTuesday()
    const of = async (words: string) =>
      (await lobby.meetings.read({ meeting: meeting.uid })).lines.find((line) => line.words === words)
    const ops = outlet.as('ops-supervisor')
    const task = async (words: string) => (await of(words))?.task?.uid ?? ''
    const state = async (words: string) => (await ops.rectifications.card({ uid: await task(words) })).task.state
    const [taken, from] = [await task('换座椅'), await state('换座椅')]
    await ops.rectifications.move({ uid: taken, from, to: 'doing' })
    const head = outlet.as('outlet-head')
    const [uid, owner] = [await task('补叫号纸'), outlet.uid('lobby-manager')]
    await head.rectifications.act({ uid, from: 'assigned', act: 'transfer', ownerUid: owner, note: '换人办' })
    expect(await of('换座椅')).toMatchObject({ person: null, queue: 'ops-supervisor', task: { owner: '顾青禾' } })
    expect(await of('补叫号纸')).toMatchObject({ person: { name: '许一诺' }, task: { owner: '沈知夏' } })
    const minutes = async (language: 'zh-CN' | 'en') =>
      (await lobby.meetings.minutes({ meeting: meeting.uid, language })).html
    expect(await minutes('zh-CN')).toContain('运营主管（现为 顾青禾）')
    expect(await minutes('en')).toContain('许一诺 (now 沈知夏)')
  })

  it('stands in a signed log as it stood then, whatever becomes of it', async () => {
    const { meeting } = await holdTuesday()
    await outlet.dawn('2026-11-25')
    const { openLines } = await lobby.meetings.day({})
    const line = openLines.find(({ words }) => words === '三号窗口九点前开')
    await lobby.meetings.endLine({ uid: line?.uid ?? '', as: 'done' })
    await outlet.hold()
    const { returned } = await lobby.meetings.read({ meeting: meeting.uid })
    const asItStood = { words: '三号窗口九点前开', state: 'open', mornings: 1 }
    expect(returned).toMatchObject([{ ...asItStood, endedAt: expect.any(Number) }])
  })

  it('brings in what others said, never its own line, before and after the signature', async () => {
    const returning = async () => (await lobby.today.overview({})).meetings[0]?.returning
    await outlet.hold('standard-15', 'outlet-head')
    expect(await returning()).toBe(0)
    await outlet.dawn('2026-11-24', '08:05')
    expect(await returning()).toBe(1)
    // Begun before its time: what it says lies before the time it was planned for.
    const meeting = await outlet.begin()
    await outlet.focus(meeting, '早早说下的事')
    expect(await returning()).toBe(1)
    outlet.ports.advance(60_000)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    outlet.ports.advance(60 * 60_000)
    expect(await returning()).toBe(1)
  })

  it('is named before the end where it must be there: the roll-call and a focus item, by the step that writes it', async () => {
    const meeting = await outlet.begin()
    const step = (capture: string) => outlet.step(meeting, capture)
    const lacks = async () => {
      const read = await lobby.meetings.read({ meeting: meeting.meeting.uid })
      return [read.lacks.map(({ capture, position }) => [capture, position]), read.mayBeSigned]
    }
    expect(await lacks()).toEqual([
      [
        ['attendance', step('attendance')],
        ['focus-items', step('focus-items')],
      ],
      false,
    ])
    await outlet.finish(meeting)
    await expect(outlet.sign(meeting)).rejects.toMatchObject({ data: { reason: 'logIncomplete' } })
    await outlet.focus(meeting)
    expect(await lacks()).toEqual([[['attendance', step('attendance')]], true])
    const minutes = async (language: 'zh-CN' | 'en') =>
      (await lobby.meetings.minutes({ meeting: meeting.meeting.uid, language })).html
    expect(await minutes('zh-CN')).toContain('应到 5 人，还没点到')
    expect(await minutes('en')).toContain('5 due, roll not called yet')
    const [first, ...others] = meeting.attendance.map(({ person }) => ({
      ...{ person: person.uid, state: 'present' as const },
    }))
    const call = (people: typeof others) =>
      lobby.meetings.setAttendance({ meeting: meeting.meeting.uid, attendance: people })
    // One of five says nothing about the other four.
    expect(await call(first ? [first] : [])).toMatchObject({
      ...{ lacks: [{ capture: 'attendance' }], meeting: { isCalled: false } },
    })
    expect(await minutes('zh-CN')).toContain('应到 5 人，还没点到')
    const called = await call(others)
    expect(called).toMatchObject({ lacks: [], meeting: { isCalled: true } })
    expect(called.attendance.every(({ isCalled }) => isCalled)).toBe(true)
    expect(await minutes('zh-CN')).toContain('5/5 人')
  })

  it('takes additions until the log is full, and leaves none of them out', async () => {
    const { meeting } = await outlet.hold()
    const { uid } = meeting.meeting
    const add = outlet.ports.database.prepare('INSERT INTO meeting_addition (meeting_id, at, words) VALUES (1, ?, ?)')
    for (let no = 1; no < 500; no++) add.run(no, `补充第${no}条`)
    const full = await lobby.meetings.addToLog({ meeting: uid, words: '最后一条' })
    expect(full.additions).toHaveLength(500)
    expect((await lobby.meetings.minutes({ meeting: uid })).html).toContain('最后一条')
    await expect(lobby.meetings.addToLog({ meeting: uid, words: '再来一条' })).rejects.toMatchObject({
      data: { reason: 'tooManyAdditions' },
    })
  })
})
