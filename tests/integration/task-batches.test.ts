import { beforeEach, describe, expect, it } from 'vitest'
import { begunTask, submitTask } from '../harness/faults.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const MINUTE = 60_000

describe('a step of several tasks at once', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  const head = () => outlet.as('outlet-head')
  const lobby = () => outlet.as('lobby-manager')
  const stateOf = async (uid: string) => (await head().rectifications.card({ uid })).task.state

  async function found(description: string) {
    const { uid } = await head().rectifications.open({
      ...{ source: 'branch', description, severity: 'minor', zone: null, item: null, ownerUid: null, queue: null },
    })
    return uid
  }

  const assign = (uids: string[]) =>
    head().taskBatches.run({
      ...{ step: 'assign', tasks: uids.map((uid) => ({ uid, from: 'found' as const })) },
      ...{ ownerUid: outlet.people['lobby-manager'] ?? '', dueAt: outlet.ports.clock.now() + 60 * MINUTE },
    })

  it('takes it where the table allows it and says of each other why not', async () => {
    const [a, b] = [await found('一'), await found('二')]
    await head().rectifications.move({ uid: b, from: 'found', to: 'void', note: '看错' })
    const { results, mayUndo } = await assign([a, b, '00000000-0000-7000-8000-00000000ffff'])
    expect(results.map(({ isDone, reason }) => [isDone, reason])).toEqual([
      [true, null],
      [false, 'taskMovedMeanwhile'],
      [false, 'taskGone'],
    ])
    expect([mayUndo, await stateOf(a), await stateOf(b)]).toEqual([true, 'assigned', 'void'])
  })

  it('asks for what one alone asks for, task by task', async () => {
    const uid = await found('一')
    const { results } = await head().taskBatches.run({ step: 'assign', tasks: [{ uid, from: 'found' }] })
    expect(results).toMatchObject([{ isDone: false, reason: 'stepNeedsMore' }])
    const mine = await begunTask(outlet)
    await submitTask(outlet, mine.uid)
    const verify = (who: TestOutlet['as']) =>
      who('lobby-manager').taskBatches.run({
        ...{ step: 'verify', tasks: [{ uid: mine.uid, from: 'submitted' }], note: '看过' },
      })
    expect((await verify(outlet.as)).results).toMatchObject([{ reason: 'moveNotAllowed' }])
    expect((await verify(() => head())).results).toMatchObject([{ isDone: true }])
  })

  it('accepts, transfers and urges', async () => {
    const uids = [await found('一'), await found('二')]
    await assign(uids)
    const all = (from: 'assigned' | 'doing') => uids.map((uid) => ({ uid, from }))
    const accepted = await lobby().taskBatches.run({ step: 'accept', tasks: all('assigned') })
    expect(accepted.results.every(({ isDone }) => isDone)).toBe(true)
    expect((await head().taskBatches.run({ step: 'urge', tasks: all('doing') })).mayUndo).toBe(false)
    const again = await head().taskBatches.run({ step: 'urge', tasks: all('doing') })
    expect(again.results.map(({ reason }) => reason)).toEqual(['urgedLately', 'urgedLately'])
    const ownerUid = outlet.people.teller ?? ''
    await lobby().taskBatches.run({ step: 'transfer', tasks: all('doing'), ownerUid, note: '休假' })
    for (const uid of uids) {
      expect((await head().rectifications.card({ uid })).task.owner.person?.uid).toBe(ownerUid)
    }
  })

  it('is taken back as it was by who did it, within ten minutes and with nothing since', async () => {
    const uids = [await found('一'), await found('二')]
    const before = (await head().rectifications.card({ uid: uids[0] ?? '' })).task
    await assign(uids)
    await lobby().rectifications.move({ uid: uids[1] ?? '', from: 'assigned', to: 'doing' })
    expect((await lobby().taskBatches.undo({ uids })).results.every(({ isDone }) => !isDone)).toBe(true)
    const { results } = await head().taskBatches.undo({ uids })
    expect(results.map(({ reason }) => reason)).toEqual([null, 'tooLateToTakeBack'])
    const { task, timeline } = await head().rectifications.card({ uid: uids[0] ?? '' })
    expect(task).toEqual({ ...before, stateSince: task.stateSince })
    expect(timeline.at(-1)).toMatchObject({ from: 'assigned', to: 'found', rule: 'taken-back' })
    await assign([uids[0] ?? ''])
    outlet.ports.advance(10 * MINUTE + 1)
    expect((await head().taskBatches.undo({ uids: [uids[0] ?? ''] })).results).toMatchObject([
      { reason: 'tooLateToTakeBack' },
    ])
  })

  it('takes a check back with its look-backs', async () => {
    const { uid } = await begunTask(outlet)
    await submitTask(outlet, uid)
    await head().taskBatches.run({ step: 'verify', tasks: [{ uid, from: 'submitted' }], note: '看过' })
    await head().taskBatches.undo({ uids: [uid] })
    const { task, lookBacks } = await head().rectifications.card({ uid })
    expect([task.state, task.verifiedAt, lookBacks]).toEqual(['submitted', null, []])
    const { count } = outlet.ports.database
      .prepare("SELECT count(*) AS count FROM audit_entry WHERE procedure LIKE 'taskBatches.%'")
      .get() as { count: number }
    expect(count).toBe(2)
  })
})
