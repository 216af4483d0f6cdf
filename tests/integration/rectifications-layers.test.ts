import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/index.ts'
import type { rectifications } from '../../shared/contract/rectifications.ts'
import { begunTask, newPhoto, submitTask } from '../harness/faults.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

type Submission = Partial<InputOf<typeof rectifications.move>>

describe('the three layers of a measure', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  const submit = (uid: string, more: Submission) =>
    outlet.as('lobby-manager').rectifications.move({
      ...{ uid, from: 'doing', to: 'submitted', note: '已重启', cause: 'equipment.fault' },
      ...more,
    })
  const requires = async (uid: string) =>
    (await outlet.as('lobby-manager').rectifications.card({ uid })).moves.find(({ to }) => to === 'submitted')?.requires

  it('asks one of a minor fault, and that is its measure', async () => {
    const { uid } = await begunTask(outlet)
    expect(await requires(uid)).toEqual(['result-note', 'photo-if-item-allows', 'cause'])
    const { task, corrected } = await submit(uid, {})
    expect([task.measure, corrected]).toEqual(['已重启', null])
  })

  it.each(['major', 'critical'] as const)('asks two of a %s one and names the missing one', async (severity) => {
    const { uid } = await begunTask(outlet, severity)
    expect(await requires(uid)).toContain('measure-layer')
    const photos = [await newPhoto(outlet)]
    await expect(submit(uid, { photos })).rejects.toMatchObject({
      data: { reason: 'measureLayerMissing', fields: { 'measure-layer': 'measureLayerMissing' } },
    })
    const card = await submit(uid, { photos, measure: '更换打印头' })
    expect([card.restored, card.corrected, card.prevention]).toEqual(['已重启', '更换打印头', null])
  })

  it('asks three of what came back, in the same minor severity', async () => {
    const lobby = outlet.as('lobby-manager')
    const opening = await roundOf(lobby, 'opening')
    await lobby.patrols.start({ uid: opening })
    const answer = (value: 'fixed' | 'fail', basedOn: number) =>
      lobby.patrols.answer({
        uid: opening,
        answers: [{ item: 'exterior.signage-clean', value, note: '脏', basedOn }],
      })
    const [first] = (await answer('fail', 0)).tasks
    const uid = first?.uid ?? ''
    outlet.ports.database.exec('UPDATE rectification SET occurrence = 2')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    expect(await requires(uid)).toEqual(expect.arrayContaining(['measure-layer', 'prevention-layer']))
    await expect(submit(uid, { measure: '重刷' })).rejects.toMatchObject({ data: { reason: 'preventionLayerMissing' } })
    const { prevention } = await submit(uid, { measure: '重刷', prevention: '每周擦洗' })
    expect(prevention).toBe('每周擦洗')
  })

  it('asks three of what was reopened', async () => {
    const { uid } = await begunTask(outlet)
    await submit(uid, {})
    const head = outlet.as('outlet-head')
    await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好' })
    outlet.ports.database.exec("UPDATE rectification SET state = 'lookback'")
    await outlet
      .as('ops-supervisor')
      .rectifications.move({ uid, from: 'lookback', to: 'reopened', note: '又坏', photos: [await newPhoto(outlet)] })
    await head.rectifications.move({
      ...{ uid, from: 'reopened', to: 'assigned', ownerUid: outlet.people['lobby-manager'] ?? '' },
      ...{ dueAt: outlet.ports.clock.now() + 1, prevention: '每月点检' },
    })
    await outlet.as('lobby-manager').rectifications.move({ uid, from: 'assigned', to: 'doing' })
    expect(await requires(uid)).toEqual(expect.arrayContaining(['measure-layer', 'prevention-layer']))
  })

  it('does not let a major fault fixed on the spot be verified until its layers are written', async () => {
    const lobby = outlet.as('lobby-manager')
    const opening = await roundOf(lobby, 'opening')
    await lobby.patrols.start({ uid: opening })
    const answers = [{ item: 'exterior.help-button', value: 'fixed', note: '换电池', basedOn: 0 } as const]
    const uid = (await lobby.patrols.answer({ uid: opening, answers })).tasks[0]?.uid ?? ''
    const head = outlet.as('outlet-head')
    const { missingLayers, task } = await head.rectifications.card({ uid })
    expect([missingLayers, task.measure]).toEqual([['correct'], '换电池'])
    await expect(
      head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '看过' }),
    ).rejects.toMatchObject({ code: 'not-allowed-now', data: { reason: 'checkNeedsMeasure' } })
  })

  it('keeps the columns of the ledger apart', async () => {
    const { uid } = await begunTask(outlet, 'major')
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({
      ...{ uid, from: 'doing', to: 'waiting', waitingFor: '厂家', expectedOn: '2026-11-24' },
      temporaryMeasure: '用备用机',
    })
    await lobby.rectifications.move({ uid, from: 'waiting', to: 'doing' })
    await submit(uid, { measure: '换主板', prevention: '签保养', photos: [await newPhoto(outlet)] })
    const { html } = await outlet.as('outlet-head').reports.preview({ kind: 'ledger', month: '2026-11' })
    for (const words of ['用备用机；已重启', '换主板', '签保养']) expect(html).toContain(`<td>${words}</td>`)
  })

  it('has people last among the causes, and takes them only with a line on the six others', async () => {
    const causes = await outlet.as('teller').rectifications.causes({})
    expect(causes.map(({ id }) => id).indexOf('people')).toBe(causes.length - 1)
    expect(causes).toHaveLength(7)
    const { uid } = await begunTask(outlet)
    for (const cause of ['people', 'people.skill']) {
      await expect(submit(uid, { cause })).rejects.toMatchObject({
        data: { fields: { 'cause-note': 'causeNoteMissing' } },
      })
      await expect(submit(uid, { cause, causeNote: '  ' })).rejects.toMatchObject({ code: 'invalid-input' })
    }
    await expect(submit(uid, { cause: 'someone' })).rejects.toMatchObject({
      data: { fields: { cause: 'causeUnknown' } },
    })
    const { task } = await submit(uid, { cause: 'people.skill', causeNote: '设备、物料、制度都查过' })
    expect(task.cause).toBe('people.skill')
  })

  it('asks again for exactly what was sent back, and not for the same once more', async () => {
    const { uid } = await begunTask(outlet)
    const photos = [await newPhoto(outlet)]
    await submit(uid, { photos })
    const head = outlet.as('outlet-head')
    const back = { uid, from: 'submitted', to: 'returned', note: '原因没找对' } as const
    await expect(head.rectifications.move(back)).rejects.toMatchObject({ data: { fields: { redo: 'required' } } })
    const returned = await head.rectifications.move({ ...back, redo: ['cause', 'prevent', 'photo'] })
    expect(returned.redo).toEqual(['cause', 'prevent', 'photo'])
    expect(returned.timeline.at(-1)).toMatchObject({ to: 'returned', redo: ['cause', 'prevent', 'photo'] })
    await outlet.as('lobby-manager').rectifications.move({ uid, from: 'returned', to: 'doing' })
    expect(await requires(uid)).toContain('prevention-layer')
    const prevention = '列入点检'
    await expect(submit(uid, { prevention })).rejects.toMatchObject({
      data: { fields: { 'photo-if-item-allows': 'required' } },
    })
    await expect(submit(uid, { prevention, photos })).rejects.toMatchObject({ data: { fields: { cause: 'redoSame' } } })
    const cause = 'method.unclear'
    await expect(submit(uid, { prevention, photos, cause })).rejects.toMatchObject({
      data: { fields: { 'photo-if-item-allows': 'redoSame' } },
    })
    const again = await submit(uid, { prevention, cause, photos: [await newPhoto(outlet)] })
    expect([again.redo, again.task.state]).toEqual([[], 'submitted'])
  })

  it('asks for no photo again where it was not sent back', async () => {
    const { uid } = await begunTask(outlet, 'major')
    await submit(uid, { photos: [await newPhoto(outlet)], measure: '更换打印头' })
    await outlet
      .as('outlet-head')
      .rectifications.move({ uid, from: 'submitted', to: 'returned', note: '措施太浅', redo: ['correct'] })
    await outlet.as('lobby-manager').rectifications.move({ uid, from: 'returned', to: 'doing' })
    await expect(submit(uid, { measure: '更换打印头' })).rejects.toMatchObject({
      data: { fields: { 'measure-layer': 'redoSame' } },
    })
    expect((await submit(uid, { measure: '与厂家约定每季保养' })).task.state).toBe('submitted')
  })

  it('takes a submission with everything', async () => {
    const { uid } = await begunTask(outlet, 'critical')
    expect((await submitTask(outlet, uid)).task.state).toBe('submitted')
  })
})
