import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const DAY = 24 * 3_600_000

function png(text: string): File {
  return new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47]), text], `${text}.png`, { type: 'image/png' })
}

describe('rectifications', () => {
  let outlet: TestOutlet
  let opening: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    opening = await roundOf(outlet.as('lobby-manager'), 'opening')
    await outlet.as('lobby-manager').patrols.start({ uid: opening })
  })

  async function answer(item: string, value: 'pass' | 'fail' | 'fixed', basedOn = 0, note: string | null = null) {
    const { tasks } = await outlet
      .as('lobby-manager')
      .patrols.answer({ uid: opening, answers: [{ item, value, note, basedOn }] })
    return tasks[0]
  }

  it('opens a task in the queue of the item and sees it to its end', async () => {
    const opened = await answer('exterior.signage-clean', 'fail', 0, '缺一个字')
    const uid = opened?.uid ?? ''
    const lobby = outlet.as('lobby-manager')
    const head = outlet.as('outlet-head')
    const card = await lobby.rectifications.card({ uid })
    expect(card.task).toMatchObject({
      no: 'YZ-NP-03-2026-0001',
      state: 'assigned',
      owner: { person: null, queue: 'lobby-manager' },
      description: '缺一个字',
      severity: 'minor',
      patrolUid: opening,
      dueAt: Date.parse('2026-11-26T08:00:00+08:00'),
    })
    expect(card.moves.map(({ to }) => to)).toContain('doing')

    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    await expect(
      lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已补字' }),
    ).rejects.toMatchObject({ data: { fields: { cause: 'required' } } })
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已补字', cause: 'equipment.ageing' })
    await expect(
      lobby.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '自己看过' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await head.rectifications.move({ uid, from: 'submitted', to: 'returned', note: '颜色不一致', redo: ['restore'] })
    await lobby.rectifications.move({ uid, from: 'returned', to: 'doing' })
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已重做', cause: 'equipment.ageing' })
    const verified = await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    expect(verified.lookBacks).toEqual([{ on: '2026-12-07', result: null, note: null }])

    outlet.ports.advance(14 * DAY)
    await outlet.service.tick()
    const looking = await outlet.as('ops-supervisor').rectifications.card({ uid })
    expect(looking.task.state).toBe('lookback')
    expect(looking.moves.map(({ to }) => to).sort()).toEqual(['closed', 'reopened'])
    const closed = await outlet
      .as('ops-supervisor')
      .rectifications.move({ uid, from: 'lookback', to: 'closed', note: '仍好' })
    expect(closed.task.state).toBe('closed')
    expect(closed.timeline.map(({ to }) => to)).toEqual(
      'found assigned doing submitted returned doing submitted verified lookback closed'.split(' '),
    )
  })

  it('treats an item with an open task as a known defect', async () => {
    const first = await answer('exterior.signage-clean', 'fail')
    outlet.ports.advance(DAY)
    await outlet.service.tick()
    const lobby = outlet.as('lobby-manager')
    const tomorrow = await roundOf(lobby, 'opening')
    const sheet = await lobby.patrols.start({ uid: tomorrow })
    const context = sheet.contexts.find(({ item }) => item === 'exterior.signage-clean')
    expect(context).toMatchObject({ openTask: { no: first?.no }, failsInSevenDays: 1 })
    const again = await lobby.patrols.answer({
      uid: tomorrow,
      answers: [{ item: 'exterior.signage-clean', value: 'fail', basedOn: 0 }],
    })
    expect(again.tasks).toMatchObject([{ act: 'known', no: first?.no }])
    expect(again.figures.fail).toBe(1)
    expect((await lobby.rectifications.list({})).total).toBe(1)
  })

  it('withdraws the task when the answer is corrected', async () => {
    const opened = await answer('exterior.signage-clean', 'fail')
    const withdrawn = await answer('exterior.signage-clean', 'pass', 1)
    expect(withdrawn).toMatchObject({ act: 'withdrawn', uid: opened?.uid })
    const card = await outlet.as('outlet-head').rectifications.card({ uid: opened?.uid ?? '' })
    expect(card.task.state).toBe('void')
    expect(card.timeline.at(-1)).toMatchObject({ to: 'void', note: null })
  })

  it('closes a minor fault fixed on the spot at once and has a major one verified', async () => {
    await expect(answer('exterior.signage-clean', 'fixed')).rejects.toMatchObject({
      data: { reason: 'fixedNeedsNote' },
    })
    const minor = await answer('exterior.signage-clean', 'fixed', 0, '擦净')
    const major = await answer('exterior.help-button', 'fixed', 0, '换电池')
    const head = outlet.as('outlet-head')
    expect((await head.rectifications.card({ uid: minor?.uid ?? '' })).task.state).toBe('closed')
    const card = await head.rectifications.card({ uid: major?.uid ?? '' })
    expect(card.task).toMatchObject({ state: 'submitted', owner: { person: { name: '沈知夏' } } })
    expect(card.moves.map(({ to }) => to).sort()).toEqual(['returned', 'verified'])
  })

  it('raises the severity of a fault that comes back within seven days', async () => {
    const head = outlet.as('outlet-head')
    const lobby = outlet.as('lobby-manager')
    await answer('exterior.signage-clean', 'fixed', 0, '擦净')
    outlet.ports.advance(2 * DAY)
    await outlet.service.tick()
    const later = await roundOf(lobby, 'opening')
    await lobby.patrols.start({ uid: later })
    const { tasks } = await lobby.patrols.answer({
      uid: later,
      answers: [{ item: 'exterior.signage-clean', value: 'fail', basedOn: 0 }],
    })
    const card = await head.rectifications.card({ uid: tasks[0]?.uid ?? '' })
    expect(card.task).toMatchObject({ severity: 'major', occurrence: 2 })
    expect(card.earlier).toHaveLength(1)
  })

  it('lets one of two people move a task and tells the other', async () => {
    const opened = await answer('exterior.signage-clean', 'fail')
    const uid = opened?.uid ?? ''
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    await expect(lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'taskMovedMeanwhile' },
    })
  })

  it('counts what is mine, overdue and to verify', async () => {
    await answer('exterior.signage-clean', 'fail')
    await answer('exterior.help-button', 'fixed', 0, '换电池')
    expect(await outlet.as('lobby-manager').rectifications.counts({})).toMatchObject({ open: 2, mine: 1, overdue: 0 })
    expect(await outlet.as('outlet-head').rectifications.counts({})).toMatchObject({ mine: 1, toVerify: 1 })
    outlet.ports.advance(10 * DAY)
    expect(await outlet.as('lobby-manager').rectifications.counts({})).toMatchObject({ overdue: 1 })
  })

  it('gives the head what nobody owns yet', async () => {
    const fault = {
      source: 'self-report',
      description: '签字笔没水',
      severity: 'minor',
      zone: null,
      item: null,
    } as const
    const { uid } = await outlet.as('teller').rectifications.open({ ...fault, ownerUid: null, queue: null })
    const head = outlet.as('outlet-head')
    expect(await head.rectifications.counts({})).toMatchObject({ open: 1, mine: 1 })
    expect(await outlet.as('lobby-manager').rectifications.counts({})).toMatchObject({ open: 1, mine: 0 })
    const { tasks } = await head.rectifications.list({ mine: true })
    expect(tasks.map((task) => task.uid)).toEqual([uid])
  })

  it('shows as before what was photographed after the answer, and as after what the fixer shows', async () => {
    const lobby = outlet.as('lobby-manager')
    const photo = async (text: string) => (await lobby.attachments.put({ file: png(text) })).hash
    const [wide, close, fixed] = [await photo('wide'), await photo('close'), await photo('fixed')]
    const opened = await answer('exterior.signage-clean', 'fail')
    const add = (photos: string[], basedOn: number) =>
      lobby.patrols.answer({
        uid: opening,
        answers: [{ item: 'exterior.signage-clean', value: 'fail', note: '缺一个字', photos, basedOn }],
      })
    await add([wide], 1)
    await add([wide, close], 2)
    const uid = opened?.uid ?? ''
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    const cause = 'equipment.ageing' as const
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已补字', cause, photos: [fixed] })
    expect(await lobby.rectifications.card({ uid })).toMatchObject({
      beforePhotos: [wide, close],
      afterPhotos: [fixed],
    })
  })
})
