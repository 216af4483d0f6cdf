import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const HOUR = 3_600_000
const local = (text: string) => Date.parse(`${text}+08:00`)

describe('the clock of a complaint', () => {
  let outlet: TestOutlet
  let taskUid: string
  beforeEach(async () => {
    outlet = await startTestOutlet()
    taskUid = await complain()
  })

  const head = () => outlet.as('outlet-head').complaintClocks
  const card = async () => (await outlet.as('teller').complaintClocks.card({ taskUid })) ?? undefined

  async function complain(receivedAt?: number): Promise<string> {
    const { uid } = await outlet.as('lobby-manager').rectifications.open({
      ...{ source: 'complaint', description: '等候一小时', severity: 'minor', zone: null, item: null },
      ...{ ownerUid: null, queue: 'lobby-manager' },
      ...(receivedAt !== undefined && { receivedAt }),
    })
    return uid
  }

  it('begins with the receipt, says what is next, and belongs to complaints only', async () => {
    expect(await card()).toMatchObject({
      receivedAt: outlet.ports.clock.now(),
      acknowledgeUntil: outlet.ports.clock.now() + 8 * HOUR,
      decideUntil: local('2026-12-09T00:00:00'),
      next: { step: 'acknowledge', isOverdue: false },
    })
    taskUid = await complain(local('2026-11-20T16:00:00'))
    expect(await card()).toMatchObject({ decideUntil: local('2026-12-06T00:00:00'), next: { isOverdue: true } })
    await expect(complain(outlet.ports.clock.now() + 1)).rejects.toMatchObject({ data: { reason: 'receivedInFuture' } })
    const other = await outlet.as('teller').rectifications.open({
      ...{ source: 'self-report', description: '笔没水', severity: 'minor', zone: null, item: null },
      ...{ ownerUid: null, queue: null },
    })
    expect(await outlet.as('teller').complaintClocks.card({ taskUid: other.uid })).toBeNull()
    await expect(head().acknowledge({ taskUid: other.uid })).rejects.toMatchObject({
      data: { reason: 'notAComplaint' },
    })
  })

  it('is acknowledged once, by who leads', async () => {
    await expect(outlet.as('teller').complaintClocks.acknowledge({ taskUid })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const clock = await outlet.as('ops-supervisor').complaintClocks.acknowledge({ taskUid })
    expect(clock).toMatchObject({ acknowledgedBy: '顾青禾', next: { step: 'decide', until: clock.decideUntil } })
    await expect(head().acknowledge({ taskUid })).rejects.toMatchObject({ data: { reason: 'acknowledgedAlready' } })
  })

  it('is extended to thirty days with a reason, to sixty with an approval too, by the head alone, never back', async () => {
    const extend = { taskUid, term: 'complex', reason: '需调录像' } as const
    await expect(outlet.as('lobby-manager').complaintClocks.extend(extend)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(head().extend({ ...extend, reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await head().extend(extend)).decideUntil).toBe(local('2026-12-24T00:00:00'))
    await expect(head().extend({ ...extend, term: 'special' })).rejects.toMatchObject({
      data: { reason: 'termNeedsApproval' },
    })
    const special = await head().extend({ ...extend, term: 'special', approval: '支行同意，告知客户' })
    expect(special).toMatchObject({ decideUntil: local('2027-01-23T00:00:00'), approval: '支行同意，告知客户' })
    await expect(head().extend(extend)).rejects.toMatchObject({ data: { reason: 'termNotLonger' } })
  })

  it('shows the head what is past its next date, until it is decided', async () => {
    const mattersOf = async (role: 'outlet-head' | 'lobby-manager') =>
      (await outlet.as(role).today.overview({})).matters
    const overdue = async () =>
      (await mattersOf('outlet-head')).flatMap(({ kind, uid, at }) => (kind === 'complaint' ? [[uid, at]] : []))
    expect(await overdue()).toEqual([])
    outlet.ports.advance(8 * HOUR + 1)
    expect(await overdue()).toEqual([[taskUid, outlet.ports.clock.now() - 1]])
    await head().acknowledge({ taskUid })
    expect(await overdue()).toEqual([])
    outlet.ports.setNow(local('2026-12-09T00:00:01'))
    expect(await overdue()).toEqual([[taskUid, local('2026-12-09T00:00:00')]])
    expect(await mattersOf('lobby-manager')).toEqual([])
    const decided = await head().decide({ taskUid, isUpheld: true, decision: '道歉并补开窗口' })
    expect([decided.isUpheld, decided.next]).toEqual([true, null])
    expect(await overdue()).toEqual([])
    await expect(head().decide({ taskUid, isUpheld: false, decision: '改' })).rejects.toMatchObject({
      data: { reason: 'complaintDecided' },
    })
  })

  it('asks for a spread check once it is upheld', async () => {
    const reasons = async () => (await outlet.as('teller').spreadChecks.card({ taskUid })).reasons
    expect(await reasons()).toEqual([])
    await head().decide({ taskUid, isUpheld: true, decision: '属实' })
    expect(await reasons()).toEqual(['complaint-upheld'])
  })

  it('runs from the finding for what was noted before there was a clock', async () => {
    outlet.ports.database.exec('DELETE FROM complaint_clock')
    const before = await card()
    expect(before?.receivedAt).toBe(outlet.ports.clock.now())
    expect(await head().acknowledge({ taskUid })).toMatchObject({ receivedAt: before?.receivedAt })
  })

  it('goes on where the task is closed before anybody decided', async () => {
    outlet.ports.database.exec("UPDATE rectification SET state = 'closed', closed_at = found_at")
    outlet.ports.setNow(local('2026-12-09T00:00:01'))
    const waiting = async () => {
      const { matters } = await outlet.as('outlet-head').today.overview({})
      return matters.filter(({ kind }) => kind === 'complaint')
    }
    expect(await waiting()).toMatchObject([{ uid: taskUid }])
    await head().decide({ taskUid, isUpheld: false, decision: '不属实' })
    expect(await waiting()).toEqual([])
  })

  it('gives an upheld one three working days for its spread check from the decision on', async () => {
    const spread = async () => {
      const { dueOn, isOverdue } = await outlet.as('teller').spreadChecks.card({ taskUid })
      return { dueOn, isOverdue }
    }
    outlet.ports.setNow(local('2026-12-07T10:00:00'))
    await head().decide({ taskUid, isUpheld: true, decision: '属实' })
    expect(await spread()).toEqual({ dueOn: '2026-12-10', isOverdue: false })
    expect(await outlet.as('teller').spreadChecks.list({})).toMatchObject([{ dueOn: '2026-12-10', isOverdue: false }])
    outlet.ports.database.exec("UPDATE rectification SET severity = 'major'")
    expect((await spread()).isOverdue).toBe(true)
  })
})
