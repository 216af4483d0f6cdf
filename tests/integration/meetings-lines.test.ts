import { beforeEach, describe, expect, it } from 'vitest'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'
import type { Client } from '../../shared/contract/index.ts'
import type { Meeting } from '../../shared/contract/meetings.ts'
import type { CaptureId } from '../../shared/domain/meeting-keys.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

describe('what is said in a meeting', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  const add = (meeting: Meeting, capture: CaptureId, more: object = {}) =>
    lobby.meetings.addLine({
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, capture), capture, words: '写下一句' },
      ...more,
    })

  it('asks for what its kind needs, and for no more than a step has room for', async () => {
    const meeting = await outlet.begin()
    const wrong = (field: string) => ({ code: 'invalid-input', data: { fields: { [field]: 'required' } } })
    await expect(add(meeting, 'praise')).rejects.toMatchObject(wrong('person'))
    await expect(add(meeting, 'quiz', { person: outlet.uid('teller') })).rejects.toMatchObject(wrong('quiz'))
    const asked = { person: outlet.uid('teller'), extra: { quiz: { isRight: false } } }
    expect(await add(meeting, 'quiz', asked)).toMatchObject({ state: 'said', extra: { quiz: { isRight: false } } })
    const drill = { card: 'faint', roles: [{ person: outlet.uid('teller'), role: '求助' }] }
    expect((await add(meeting, 'drill-result', { extra: { drill } })).extra).toEqual({ drill })
    await expect(add(meeting, 'drill-result', { extra: { drill: { card: 'none', roles: [] } } })).rejects.toMatchObject(
      { data: { reason: 'drillCardGone' } },
    )
    const known = { extra: { confirmed: [outlet.uid('teller'), outlet.uid('outlet-head')] } }
    expect((await add(meeting, 'notices-passed', known)).extra).toEqual(known.extra)
    await expect(add(meeting, 'focus-items', { dueOn: '2026-11-22' })).rejects.toMatchObject({
      data: { fields: { dueOn: 'dueBeforeMeeting' } },
    })
    await expect(add(meeting, 'new-tasks')).rejects.toMatchObject({ data: { reason: 'decideInstead' } })
    await expect(
      lobby.meetings.addLine({ meeting: meeting.meeting.uid, position: 0, capture: 'praise', words: '错步' }),
    ).rejects.toMatchObject({ data: { reason: 'captureOfOtherStep' } })
    for (let time = 0; time < 3; time++) await outlet.focus(meeting)
    await expect(outlet.focus(meeting)).rejects.toMatchObject({ data: { reason: 'tooManyLines' } })
  })

  it('becomes a task at once, in the same step or not at all', async () => {
    const meeting = await outlet.begin()
    const decision = {
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'new-tasks'), words: '换掉破损座椅' },
      ...{ severity: 'major' as const, ownerUid: outlet.uid('teller'), queue: null },
    }
    const line = await lobby.meetings.decide(decision)
    expect(line).toMatchObject({ capture: 'new-tasks', state: 'said', task: { no: 'YZ-NP-03-2026-0001' } })
    const { task } = await head.rectifications.card({ uid: line.task?.uid ?? '' })
    expect(task).toMatchObject({
      source: 'meeting',
      description: '换掉破损座椅',
      owner: { person: { name: '许一诺' } },
    })
    await expect(lobby.meetings.removeLine({ uid: line.uid })).rejects.toMatchObject({ data: { reason: 'lineIsTask' } })
    await expect(lobby.meetings.decide({ ...decision, position: 0 })).rejects.toMatchObject({
      data: { reason: 'captureOfOtherStep' },
    })
    expect((await head.rectifications.list({})).total).toBe(1)
  })

  it('returns every morning until it is done, dropped with a reason, or a task', async () => {
    const { line } = await outlet.hold()
    await outlet.dawn('2026-11-24')
    await outlet.hold('standard-15', 'outlet-head')
    await outlet.dawn('2026-11-25')
    const meeting = await outlet.begin('standard-15', 'teller')
    expect(meeting.returned.map(({ uid, mornings }) => [uid, mornings])).toEqual([
      [line, 2],
      [expect.any(String), 1],
    ])
    await expect(lobby.meetings.endLine({ uid: line, as: 'dropped' })).rejects.toMatchObject({
      data: { fields: { reason: 'required' } },
    })
    await lobby.meetings.endLine({ uid: line, as: 'dropped', reason: '窗口已改造' })
    await expect(lobby.meetings.endLine({ uid: line, as: 'done' })).rejects.toMatchObject({
      data: { reason: 'lineEnded' },
    })
    const second = meeting.returned[1]?.uid ?? ''
    const decided = await lobby.meetings.decide({
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'new-tasks'), words: '开三号窗口' },
      ...{ severity: 'minor', ownerUid: outlet.uid('teller'), queue: null, line: second },
    })
    const read = await lobby.meetings.read({ meeting: meeting.meeting.uid })
    expect(read.returned).toMatchObject([
      { uid: line, state: 'dropped', reason: '窗口已改造' },
      { uid: second, state: 'done', reason: decided.task?.no },
    ])
    expect((await lobby.meetings.day({})).openLines).toEqual([])
  })

  it('returns by due day, the overdue first, then those without a day as they were written', async () => {
    const meeting = await outlet.begin()
    const said = (words: string, dueOn: string | null) =>
      lobby.meetings.addLine({
        ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'focus-items'), capture: 'focus-items' },
        ...{ words, dueOn },
      })
    await said('不限期', null)
    await said('周五前', '2026-11-27')
    await said('今天', '2026-11-23')
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    const order = ['今天', '周五前', '不限期']
    await outlet.dawn('2026-11-24')
    expect((await lobby.meetings.day({})).openLines.map(({ words }) => words)).toEqual(order)
    const next = await outlet.hold()
    const { uid } = next.meeting.meeting
    expect(next.meeting.returned.map(({ words }) => words)).toEqual(order)
    expect((await lobby.meetings.read({ meeting: uid })).returned.map(({ words }) => words)).toEqual(order)
  })

  it('that is not open does not return, nor what was said in a discarded draft', async () => {
    const meeting = await outlet.begin()
    await add(meeting, 'key-lesson')
    await outlet.focus(meeting)
    await lobby.meetings.drop({ meeting: meeting.meeting.uid, reason: '误开' })
    expect((await lobby.meetings.day({})).openLineCount).toBe(0)
    expect((await lobby.meetings.list({ from: '2026-11-23', to: '2026-11-23' })).length).toBe(0)
    expect((await outlet.begin()).meeting.state).toBe('draft')
  })

  it('swaps the host of the next open day where the meeting agrees on one', async () => {
    const meeting = await outlet.begin()
    await add(meeting, 'next-host', { person: outlet.uid('teller') })
    await outlet.dawn('2026-11-24')
    const { proposals } = await lobby.meetings.day({})
    expect(proposals[0]).toMatchObject({ kind: 'morning', host: { name: '许一诺' }, isSwapped: true })
  })

  describe('raised to the branch', () => {
    const raised = async () => {
      const { line, meeting } = await outlet.hold()
      await lobby.meetings.raise({ uid: line, note: '网点无权办理' })
      const { file } = await lobby.meetings.raisedFile({})
      const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), 'raised.xlsx')
      const minutes = async () =>
        (await lobby.meetings.minutes({ meeting: meeting.meeting.uid, language: 'zh-CN' })).html
      return { line, minutes, rows: sheets[0]?.rows.map((cells) => cells.map(({ text }) => text)) ?? [] }
    }
    /** As the branch sends it back: the same rows with the last three columns filled in. */
    const answers = async (rows: string[][]) => {
      const header = ['机构号', '事项号', '上报日期', '事项', '说明', '经办人', '答复', '答复人', '答复日期']
      const columns = header.map((name) => ({ header: name, kind: 'text' as const }))
      const bytes = await writeTable({ sheets: [{ name: '上报事项', titleRows: ['标题'], columns, rows }] })
      return { file: new File([bytes as Uint8Array<ArrayBuffer>], '答复.xlsx'), fileName: '答复.xlsx' }
    }

    it('goes out as a file and its answer comes back to the same line', async () => {
      const { line, minutes, rows } = await raised()
      expect(await minutes()).toContain('三号窗口九点前开（已上报，等上级答复）')
      expect(rows[2]).toEqual(['机构号', '事项号', '上报日期', '事项', '说明', '经办人', '答复', '答复人', '答复日期'])
      expect(rows[3]?.slice(0, 6)).toEqual([
        ...['YZ-NP-03', line, '2026-11-23', '三号窗口九点前开', '网点无权办理', '许一诺'],
      ])
      const file = await answers([['YZ-NP-03', line, '', '', '', '', '同意，下周到位', '支行王', '2026-11-25']])
      await outlet.dawn('2026-11-26')
      expect(await lobby.meetings.readAnswersFile(file)).toMatchObject([{ row: 3, problem: null }])
      expect(await lobby.meetings.raised({ answered: true })).toEqual([])
      expect(await lobby.meetings.takeAnswersFile(file)).toMatchObject({ taken: 1 })
      expect(await minutes()).toContain('三号窗口九点前开（上级答复：同意，下周到位）')
      const [answered] = await lobby.meetings.raised({ answered: true })
      expect(answered).toMatchObject({
        ...{ uid: line, state: 'open' },
        raises: [{ answer: '同意，下周到位', answeredBy: '支行王', answeredOn: '2026-11-25' }],
      })
      expect(await lobby.meetings.takeAnswersFile(file)).toMatchObject({
        taken: 0,
        rows: [{ problem: 'answered-already' }],
      })
      await lobby.meetings.raise({ uid: line, note: '还没到' })
      expect(await lobby.meetings.raised({})).toHaveLength(1)
    })

    it('says row by row what is wrong and takes the rest', async () => {
      const { line } = await raised()
      const stranger = '00000000-0000-7000-8000-00000000ffff'
      const { openLines } = await lobby.meetings.day({})
      expect(openLines).toHaveLength(1)
      const file = await answers([
        ['YZ-NP-99', line, '', '', '', '', '别家的', '', ''],
        ['YZ-NP-03', stranger, '', '', '', '', '不认识', '', ''],
        ['YZ-NP-03', line, '', '', '', '', '同意', '', '后天吧'],
        ['YZ-NP-03', line, '', '', '', '', '同意', '', ''],
      ])
      const { taken, rows } = await lobby.meetings.takeAnswersFile(file)
      expect(rows.map(({ row, problem }) => [row, problem])).toEqual([
        [3, 'other-outlet'],
        [4, 'unknown-line'],
        [5, 'unreadable-day'],
        [6, 'twice-in-file'],
      ])
      expect(taken).toBe(0)
      const empty = await answers([['YZ-NP-03', line, '', '', '', '', '', '', '']])
      expect((await lobby.meetings.readAnswersFile(empty))[0]?.problem).toBe('no-answer')
      const nothing = await writeTable({
        sheets: [{ name: 'x', columns: [{ header: '别的', kind: 'text' }], rows: [] }],
      })
      await expect(
        lobby.meetings.readAnswersFile({
          file: new File([nothing as Uint8Array<ArrayBuffer>], 'x.xlsx'),
          fileName: 'x.xlsx',
        }),
      ).rejects.toMatchObject({ data: { reason: 'answersNotThere' } })
    })

    it('takes only what may go up, once at a time', async () => {
      const { line } = await raised()
      await expect(lobby.meetings.raise({ uid: line })).rejects.toMatchObject({ data: { reason: 'lineRaisedAlready' } })
      await outlet.dawn('2026-11-24')
      const meeting = await outlet.begin('evening-10', 'teller')
      const call = await add(meeting, 'call-backs', { person: outlet.uid('teller'), dueOn: '2026-11-24' })
      await expect(lobby.meetings.raise({ uid: call.uid })).rejects.toMatchObject({
        data: { reason: 'lineNotForBranch' },
      })
    })
  })
})
