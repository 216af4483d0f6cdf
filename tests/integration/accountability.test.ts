import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { begunTask, newPhoto } from '../harness/faults.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const DAY = 24 * 3_600_000

describe('accountability', () => {
  let outlet: TestOutlet
  let lobbyUid: string
  beforeEach(async () => {
    outlet = await startTestOutlet()
    await addVisitors(outlet)
    lobbyUid = outlet.people['lobby-manager'] ?? ''
  })

  /** A task of the lobby manager, handed in with that cause. */
  async function submitted(cause: string, severity: 'minor' | 'critical' = 'minor') {
    const { uid } = await begunTask(outlet, severity)
    await outlet.as('lobby-manager').rectifications.move({
      ...{ uid, from: 'doing', to: 'submitted', note: '已处理', cause, causeNote: '其他六类都查过', measure: '复训' },
      photos: [await newPhoto(outlet)],
    })
    return uid
  }

  const decide = (taskUid: string, level: number, more: { personUid?: string; reference?: string } = {}) =>
    outlet.as('outlet-head').accountability.decide({ taskUid, personUid: lobbyUid, level, reason: '未按标准', ...more })
  const decisions = async (role: Parameters<TestOutlet['as']>[0], taskUid: string) =>
    (await outlet.as(role).accountability.card({ taskUid })).decisions

  it('asks the system before the person: no front line where the cause lies in it', async () => {
    for (const cause of [
      'equipment.fault',
      'material.out',
      'method.unclear',
      'environment.crowd',
      'management.budget',
    ]) {
      const uid = await submitted(cause)
      await expect(decide(uid, 1)).rejects.toMatchObject({ data: { reason: 'systemBeforePerson' } })
      expect(
        (await outlet.as('outlet-head').accountability.suggest({ taskUid: uid, personUid: lobbyUid })).refusal,
      ).toBe('systemBeforePerson')
    }
    const { uid } = await begunTask(outlet)
    await expect(decide(uid, 1)).rejects.toMatchObject({ data: { reason: 'causeNotFoundYet' } })
    expect((await decide(await submitted('people.careless'), 1)).decisions).toHaveLength(1)
  })

  it('lets the branch hold the head to account where the cause lies in the system', async () => {
    const taskUid = await submitted('management.no-check')
    const personUid = outlet.people['outlet-head'] ?? ''
    const { decisions: taken } = await outlet
      .as('branch-lead')
      .accountability.decide({ taskUid, personUid, level: 2, reason: '布置后没有跟进' })
    expect(taken).toMatchObject([{ level: 2, person: { uid: personUid } }])
    await expect(decide(await submitted('people.skill'), 1, { personUid })).rejects.toMatchObject({
      data: { reason: 'notOverOneself' },
    })
  })

  it('is decided by the head and the branch alone, each in their levels, once for a person', async () => {
    const taskUid = await submitted('people.attitude', 'critical')
    for (const role of ['ops-supervisor', 'lobby-manager', 'teller'] as const) {
      await expect(
        outlet.as(role).accountability.decide({ taskUid, personUid: lobbyUid, level: 1, reason: 'x' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(decide(taskUid, 0)).rejects.toMatchObject({ data: { reason: 'levelNotRecorded' } })
    await expect(decide(taskUid, 4)).rejects.toMatchObject({ data: { fields: { reference: 'levelNeedsReference' } } })
    expect((await decide(taskUid, 4, { reference: '支行 41 号' })).decisions[0]?.reference).toBe('支行 41 号')
    await expect(decide(taskUid, 3)).rejects.toMatchObject({ data: { reason: 'decidedAlready' } })
  })

  it('suggests by what happened, and one lower for what was reported and fixed the same day', async () => {
    const suggest = async (taskUid: string) =>
      outlet.as('outlet-head').accountability.suggest({ taskUid, personUid: lobbyUid })
    expect(await suggest(await submitted('people.skill'))).toEqual({ level: 0, why: ['first-minor'], refusal: null })
    const critical = await submitted('people.skill', 'critical')
    expect(await suggest(critical)).toMatchObject({ level: 3, why: ['critical'] })
    outlet.ports.database
      .prepare(
        `UPDATE rectification SET source = 'self-report', found_by = (SELECT id FROM staff WHERE uid = ?) WHERE uid = ?`,
      )
      .run(lobbyUid, critical)
    expect(await suggest(critical)).toMatchObject({ level: 2, why: ['critical', 'self-reported'] })
    outlet.ports.database.prepare('UPDATE rectification SET done_at = done_at + ? WHERE uid = ?').run(2 * DAY, critical)
    expect((await suggest(critical)).level).toBe(3)
  })

  it('keeps the person’s answer within three working days, and the reply, which only lowers', async () => {
    const taskUid = await submitted('people.careless')
    const uid = (await decide(taskUid, 2)).decisions[0]?.uid ?? ''
    const [own] = await decisions('lobby-manager', taskUid)
    expect(own).toMatchObject({ mayAnswer: true, answerUntil: Date.parse('2026-11-27T00:00:00+08:00') })
    const head = outlet.as('outlet-head')
    await expect(head.accountability.reply({ uid, reply: '早' })).rejects.toMatchObject({
      data: { reason: 'nothingAnswered' },
    })
    await expect(outlet.as('teller').accountability.answer({ uid, answer: '替他说' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await outlet.as('lobby-manager').accountability.answer({ uid, answer: '当时在应急处置' })
    await expect(outlet.as('lobby-manager').accountability.answer({ uid, answer: '改口' })).rejects.toMatchObject({
      data: { reason: 'answeredAlready' },
    })
    await expect(head.accountability.reply({ uid, reply: '加重', level: 3 })).rejects.toMatchObject({
      data: { reason: 'levelOnlyLower' },
    })
    const { decisions: after } = await head.accountability.reply({ uid, reply: '属实，改为谈话', level: 1 })
    expect(after[0]).toMatchObject({ level: 1, answer: '当时在应急处置', reply: '属实，改为谈话' })
  })

  it('takes no answer after that', async () => {
    const taskUid = await submitted('people.careless')
    const uid = (await decide(taskUid, 1)).decisions[0]?.uid ?? ''
    outlet.ports.setNow(Date.parse('2026-11-27T00:00:00+08:00'))
    await expect(outlet.as('lobby-manager').accountability.answer({ uid, answer: '晚了' })).rejects.toMatchObject({
      data: { reason: 'answerTooLate' },
    })
  })

  it('is seen by the person and the head, and by nobody else, neither on the card nor in audit, ledger or events', async () => {
    const taskUid = await submitted('people.careless')
    await decide(taskUid, 3)
    for (const role of ['outlet-head', 'lobby-manager'] as const) expect(await decisions(role, taskUid)).toHaveLength(1)
    for (const role of ['ops-supervisor', 'teller', 'branch-lead'] as const) {
      expect(await decisions(role, taskUid)).toEqual([])
    }
    await expect(outlet.as('auditor').accountability.card({ taskUid })).rejects.toMatchObject({ code: 'forbidden' })
    const changes = outlet.ports.database
      .prepare("SELECT changes FROM audit_entry WHERE procedure = 'accountability.decide'")
      .pluck()
      .all() as string[]
    expect(changes).toHaveLength(1)
    for (const secret of ['未按标准', lobbyUid, '"level"']) expect(changes.join()).not.toContain(secret)
    const ledger = async (role: 'outlet-head' | 'ops-supervisor') =>
      (await outlet.as(role).reports.preview({ kind: 'ledger', month: '2026-11' })).html
    expect(await ledger('outlet-head')).toContain('网点内通报并扣分')
    expect(await ledger('ops-supervisor')).not.toContain('网点内通报并扣分')
    const timeline = JSON.stringify(await outlet.as('teller').rectifications.card({ uid: taskUid }))
    expect(timeline).not.toContain('未按标准')
  })

  it('reads nothing of moods', () => {
    const folder = join(import.meta.dirname, '../../electron/service/accountability')
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    sources.push(readFileSync(join(import.meta.dirname, '../../shared/domain/accountability-levels.ts'), 'utf8'))
    expect(sources.length).toBeGreaterThan(3)
    for (const source of sources) {
      expect(source).not.toMatch(/from '[^']*(mood|vault|care-talk)/)
      expect(source).not.toMatch(/\b(FROM|JOIN) \w*(mood|care_talk)/i)
    }
  })

  it('leaves the answer to a decision over the head to the branch', async () => {
    const taskUid = await submitted('management.no-check')
    const personUid = outlet.people['outlet-head'] ?? ''
    const branch = outlet.as('branch-lead')
    const taken = await branch.accountability.decide({ taskUid, personUid, level: 2, reason: '布置后没有跟进' })
    const uid = taken.decisions[0]?.uid ?? ''
    const head = outlet.as('outlet-head')
    const { decisions: own } = await head.accountability.answer({ uid, answer: '已经补上' })
    expect(own).toMatchObject([{ mayReply: false }])
    await expect(head.accountability.reply({ uid, reply: '从轻', level: 1 })).rejects.toMatchObject({
      data: { reason: 'notOverOneself' },
    })
    expect((await branch.accountability.card({ taskUid })).decisions).toMatchObject([{ level: 2, mayReply: true }])
  })

  it('takes nothing on a task that was withdrawn', async () => {
    const taskUid = await submitted('people.careless')
    outlet.ports.database.prepare("UPDATE rectification SET state = 'void' WHERE uid = ?").run(taskUid)
    await expect(decide(taskUid, 1)).rejects.toMatchObject({
      code: 'not-allowed-now',
      data: { reason: 'accountabilityOfVoid' },
    })
  })

  it('lets the head lower what the branch decided on somebody only by the branch’s own answer', async () => {
    const taskUid = await submitted('people.attitude')
    const branch = outlet.as('branch-lead')
    const taken = await branch.accountability.decide({ taskUid, personUid: lobbyUid, level: 2, reason: '检查发现' })
    const uid = taken.decisions[0]?.uid ?? ''
    await outlet.as('lobby-manager').accountability.answer({ uid, answer: '当时在应急处置' })
    const head = outlet.as('outlet-head')
    expect(await decisions('outlet-head', taskUid)).toMatchObject([{ isOfBranch: true, mayReply: true }])
    const lower = (more: { reference?: string; decidedOn?: string }) =>
      head.accountability.reply({ uid, reply: '属实，从轻', level: 1, ...more })
    for (const more of [{}, { reference: '支行 7 号' }, { decidedOn: '2026-11-23' }]) {
      await expect(lower(more)).rejects.toMatchObject({ data: { reason: 'branchReplyNeedsReference' } })
    }
    await expect(lower({ reference: '支行 7 号', decidedOn: '2026-12-30' })).rejects.toMatchObject({
      data: { fields: { decidedOn: 'branchReplyNeedsReference' } },
    })
    const { decisions: after } = await lower({ reference: '支行 7 号', decidedOn: '2026-11-23' })
    expect(after).toMatchObject([{ level: 1, replyReference: '支行 7 号', replyDecidedOn: '2026-11-23' }])
  })

  it('reminds of a statement without a reply, once a working day, the head and whoever made it', async () => {
    const taskUid = await submitted('people.careless')
    const uid = (await decide(taskUid, 2)).decisions[0]?.uid ?? ''
    await outlet.as('lobby-manager').accountability.answer({ uid, answer: '当时在应急处置' })
    const matters = async (role: 'outlet-head' | 'lobby-manager' | 'teller') =>
      (await outlet.as(role).today.overview({})).matters.filter(({ kind }) => kind === 'reply')
    const reminders = async () => (await decisions('outlet-head', taskUid))[0]?.replyReminders
    await outlet.service.tick()
    expect([await matters('outlet-head'), await reminders()]).toEqual([[], 0])

    outlet.ports.setNow(Date.parse('2026-11-27T08:00:00+08:00'))
    for (let time = 0; time < 3; time++) await outlet.service.tick()
    expect(await reminders()).toBe(1)
    for (const role of ['outlet-head', 'lobby-manager'] as const) {
      expect(await matters(role)).toMatchObject([{ uid: taskUid, isLate: true }])
    }
    expect(await matters('teller')).toEqual([])
    outlet.ports.setNow(Date.parse('2026-11-28T08:00:00+08:00'))
    await outlet.service.tick()
    const onSaturday = await reminders()
    outlet.ports.setNow(Date.parse('2026-11-30T08:00:00+08:00'))
    await outlet.service.tick()
    expect(await reminders()).toBe((onSaturday ?? 0) + 1)
    await outlet.as('outlet-head').accountability.reply({ uid, reply: '维持' })
    expect(await matters('outlet-head')).toEqual([])
  })
})
