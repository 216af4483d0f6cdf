import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import type { ImportKind } from '../../shared/domain/imports/columns.ts'
import { begunTask } from '../harness/faults.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const SAMPLES = join(import.meta.dirname, 'imports-samples')
const FILES: Record<Exclude<ImportKind, 'devices'>, string> = {
  roster: 'roster.xlsx',
  ledger: 'rectification-ledger.xlsx',
  patrol: 'patrol-2026-10.csv',
}

function inputOf(kind: keyof typeof FILES) {
  return { kind, file: new Blob([readFileSync(join(SAMPLES, FILES[kind]))]), fileName: FILES[kind] }
}

describe('imports', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  it('saves nothing before confirmation', async () => {
    const preview = await outlet.operator.imports.previewFile(inputOf('roster'))
    expect(preview.counts.accepted).toBe(14)
    expect(preview.header?.row).toBeGreaterThan(1)
    expect(await outlet.operator.people.list({})).toHaveLength(5)
  })

  it('brings a roster in and takes it back whole', async () => {
    const { importUid, accepted } = await outlet.operator.imports.confirmFile(inputOf('roster'))
    expect(accepted).toBe(14)
    expect(await outlet.operator.people.list({})).toHaveLength(19)
    const again = await outlet.operator.imports.previewFile(inputOf('roster'))
    expect(again.importedBefore).toBe(outlet.ports.clock.now())
    await outlet.operator.imports.undo({ importUid })
    expect(await outlet.operator.people.list({ includeInactive: true })).toHaveLength(5)
    await expect(outlet.operator.imports.undo({ importUid })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('restores a person that a roster changed', async () => {
    const first = await outlet.operator.imports.confirmFile(inputOf('roster'))
    const [person] = (await outlet.operator.people.list({})).filter(({ name }) => name === '沈望舒')
    const { pinyin: _pinyin, role: _role, hasPin: _hasPin, ...fields } = person!
    await outlet.operator.people.update({ ...fields, post: 'wealth-manager' })
    const second = await outlet.operator.imports.confirmFile(inputOf('roster'))
    expect(second.importUid).not.toBe(first.importUid)
    await outlet.operator.imports.undo({ importUid: second.importUid })
    const after = (await outlet.operator.people.list({})).filter(({ name }) => name === '沈望舒')
    expect(after).toMatchObject([{ post: 'wealth-manager' }])
  })

  it('brings a ledger in with its remarks and takes it back', async () => {
    await outlet.operator.imports.confirmFile(inputOf('roster'))
    const { importUid, accepted } = await outlet.operator.imports.confirmFile(inputOf('ledger'))
    const { total, tasks } = await outlet.operator.rectifications.list({ limit: 1000 })
    expect(total).toBe(accepted)
    expect(tasks.some(({ owner }) => owner.text !== null)).toBe(true)
    await outlet.operator.imports.undo({ importUid })
    expect((await outlet.operator.rectifications.list({})).total).toBe(0)
  })

  it('does not take a ledger back once somebody has worked on a task of it', async () => {
    const { importUid } = await outlet.operator.imports.confirmFile(inputOf('ledger'))
    const head = outlet.as('outlet-head')
    const { tasks } = await head.rectifications.list({ states: ['assigned', 'found'] })
    const task = tasks[0]!
    await head.rectifications.move({ uid: task.uid, from: task.state, to: 'escalated', note: '需上级行解决' })
    await expect(outlet.operator.imports.undo({ importUid })).rejects.toMatchObject({
      data: { reason: 'importUsedSince', params: { count: 1 } },
    })
  })

  it('brings a month of rounds in, due only for their rows, and takes it back without a trace', async () => {
    const before = await outlet.operator.patrols.trends({ from: '2026-10-01', to: '2026-10-31' })
    const { importUid, accepted } = await outlet.operator.imports.confirmFile(inputOf('patrol'))
    const { total, failing } = await outlet.operator.patrols.trends({ from: '2026-10-01', to: '2026-10-31' })
    expect(total.figures.completion).toBe(1)
    expect(total.figures.due).toBe(accepted)
    expect(failing.reduce((sum, { fails }) => sum + fails, 0)).toBe(total.figures.fail)
    expect((await outlet.operator.rectifications.list({})).total).toBe(0)
    const [answer] = await outlet.operator.patrols.answers({ from: '2026-10-01', to: '2026-10-31', values: ['fail'] })
    expect(answer?.enteredAt).toBe(outlet.ports.clock.now())
    expect(await outlet.operator.audit.verify({})).toMatchObject({ chain: { ok: true }, changedRounds: [] })

    await outlet.operator.imports.undo({ importUid })
    expect(await outlet.operator.patrols.trends({ from: '2026-10-01', to: '2026-10-31' })).toEqual(before)
    expect(outlet.ports.database.prepare('SELECT count(*) FROM patrol_answer').pluck().get()).toBe(0)
    expect(verifyAuditChain(outlet.ports.database)).toMatchObject({ ok: true })
  })

  it('gives the problems back as the same file with a red column', async () => {
    const { file, fileName } = await outlet.operator.imports.problemsFile({ ...inputOf('roster'), language: 'zh-CN' })
    expect(fileName).toBe('roster-问题.xlsx')
    expect(file.size).toBeGreaterThan(5000)
  })

  it('notices an answer changed behind its back', async () => {
    await outlet.operator.imports.confirmFile(inputOf('patrol'))
    const [uid] = outlet.ports.database.prepare('SELECT uid FROM patrol WHERE import_id = 1 LIMIT 1').pluck().all()
    outlet.ports.database.exec(
      `UPDATE patrol_answer SET value = 1 WHERE patrol_id = (SELECT id FROM patrol WHERE uid = '${String(uid)}')
       AND item_no = (SELECT item_no FROM patrol_answer WHERE patrol_id = (SELECT id FROM patrol WHERE uid = '${String(uid)}') LIMIT 1)`,
    )
    outlet.ports.database.exec(
      `UPDATE patrol_answer SET at = at + 1 WHERE patrol_id = (SELECT id FROM patrol WHERE uid = '${String(uid)}')`,
    )
    expect((await outlet.operator.audit.verify({})).changedRounds).toEqual([uid])
  })

  it.each([
    ['a spread check', (uid: string) => outlet.as('outlet-head').spreadChecks.start({ taskUid: uid })],
    [
      'a complaint',
      (uid: string) => {
        outlet.ports.database.prepare("UPDATE rectification SET source = 'complaint' WHERE uid = ?").run(uid)
        return outlet.as('outlet-head').complaintClocks.acknowledge({ taskUid: uid })
      },
    ],
    [
      'a notice',
      (uid: string) => {
        outlet.ports.database.prepare("UPDATE rectification SET source = 'branch' WHERE uid = ?").run(uid)
        const letter = { number: '88', inspector: '督导组', issuedOn: '2026-11-20', replyBy: '2026-12-04' }
        return outlet.as('outlet-head').inspections.save({ uid: null, ...letter, taskUids: [uid] })
      },
    ],
  ])('does not take a ledger back once %s stands on a task of it', async (_what, work) => {
    const { importUid } = await outlet.operator.imports.confirmFile(inputOf('ledger'))
    const { tasks } = await outlet.operator.rectifications.list({ states: ['assigned', 'found'] })
    await work(tasks[0]?.uid ?? '')
    await expect(outlet.operator.imports.undo({ importUid })).rejects.toMatchObject({
      data: { reason: 'importUsedSince', params: { count: 1 } },
    })
  })

  it('switches off a person of a roster who helps with a task or was held to account, and keeps the records', async () => {
    const { importUid } = await outlet.operator.imports.confirmFile(inputOf('roster'))
    const [helper, held] = (await outlet.operator.people.list({})).filter(({ hasPin }) => !hasPin).map(({ uid }) => uid)
    const { uid } = await begunTask(outlet)
    await outlet.as('lobby-manager').rectifications.act({ uid, from: 'doing', act: 'co-owner', ownerUid: helper ?? '' })
    outlet.ports.database.exec("UPDATE rectification SET cause = 'people.careless'")
    const decision = { taskUid: uid, personUid: held ?? '', level: 1, reason: '未按标准' }
    await outlet.as('outlet-head').accountability.decide(decision)
    await outlet.operator.imports.undo({ importUid })
    const left = await outlet.operator.people.list({ includeInactive: true })
    expect(
      left
        .filter(({ isActive }) => !isActive)
        .map((one) => one.uid)
        .sort(),
    ).toEqual([helper, held].sort())
    expect((await outlet.as('outlet-head').accountability.card({ taskUid: uid })).decisions).toHaveLength(1)
  })
})
