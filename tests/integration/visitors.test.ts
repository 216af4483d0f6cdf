import { beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/service/spreadsheets/read-workbook.ts'
import { translatorFor } from '../../shared/messages/translator.ts'
import { allProcedures } from '../harness/procedures.ts'
import { proved } from '../harness/proved.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

describe('visitors', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
    await addVisitors(outlet)
  })

  it('sign in under the role of their post and are listed apart from the staff', async () => {
    for (const [role, name] of [
      ['branch-lead', '唐亦舟'],
      ['auditor', '尹照'],
    ] as const) {
      expect((await outlet.as(role).people.session({})).person).toMatchObject({ name, role, unit: '滨江支行' })
      const names = (await outlet.as(role).people.list({ includeInactive: true })).map((one) => one.name)
      expect(names).not.toContain('唐亦舟')
      expect(names).not.toContain('尹照')
    }
    const visitors = await outlet.as('teller').people.visitors({})
    expect(visitors.map(({ name, role }) => [name, role])).toEqual([
      ['唐亦舟', 'branch-lead'],
      ['尹照', 'auditor'],
    ])
    const choices = await outlet.nobody.people.signInChoices({})
    expect(choices.map(({ name }) => name)).toEqual(expect.arrayContaining(['唐亦舟', '尹照', '林予安']))
  })

  it('are given neither tasks nor zones, and turn into no staff', async () => {
    const head = outlet.as('outlet-head')
    const gone = { code: 'not-found', data: { reason: 'personGone' } }
    for (const role of ['branch-lead', 'auditor']) {
      const uid = outlet.people[role] ?? ''
      const task = {
        source: 'self-report',
        description: '填单台少一支笔',
        severity: 'minor',
        zone: null,
        item: null,
        ownerUid: uid,
        queue: null,
      } as const
      await expect(head.rectifications.open(task)).rejects.toMatchObject(gone)
      const opened = await head.rectifications.open({ ...task, ownerUid: null, queue: 'lobby-manager' })
      await expect(
        head.rectifications.move({ uid: opened.uid, from: 'assigned', to: 'assigned', ownerUid: uid, note: '' }),
      ).rejects.toMatchObject({ code: expect.stringMatching(/not-found|forbidden/) })
      const fields = { name: '甲', staffNo: null, post: 'teller', joinedOn: null } as const
      await expect(
        head.people.update({ uid, isActive: true, duties: [], certificateValidTo: null, ...fields }),
      ).rejects.toMatchObject(gone)
    }
    const [round] = (await head.patrols.day({ on: '2026-11-23' })).patrols
    if (!round) throw new Error('no round')
    await expect(
      head.patrols.assignZones({ uid: round.uid, zones: ['entrance'], personUid: outlet.people.auditor ?? '' }),
    ).rejects.toMatchObject(gone)
    const teller = outlet.people.teller ?? ''
    const visit = { name: '乙', post: 'auditor', unit: null, validUntil: null } as const
    await expect(head.people.updateVisitor({ uid: teller, isActive: true, ...visit })).rejects.toMatchObject(gone)
  })

  it('come for as long as their day says, and stop within a visit when it is over', async () => {
    const head = outlet.as('outlet-head')
    const uid = outlet.people.auditor ?? ''
    const fields = { uid, name: '尹照', post: 'auditor', unit: null, isActive: true } as const
    await head.people.updateVisitor({ ...fields, validUntil: '2026-11-23' })
    const auditor = outlet.as('auditor')
    await auditor.audit.list({})
    outlet.ports.advance(24 * 3_600_000)
    await expect(auditor.audit.list({})).rejects.toMatchObject({ code: 'not-signed-in' })
    expect((await outlet.nobody.people.signInChoices({})).map((one) => one.uid)).not.toContain(uid)
    const { oneTimePin } = await outlet.operator.people.resetPin({ uid })
    expect(await outlet.nobody.people.signIn({ personUid: uid, pin: oneTimePin })).toMatchObject({ outcome: 'refused' })
    await outlet.operator.people.updateVisitor({ ...fields, validUntil: '2026-12-31' })
    expect(await auditor.people.signIn({ personUid: uid, pin: oneTimePin })).toMatchObject({ outcome: 'signed-in' })
  })

  it('S5 an auditor reads and exports the audit', async () => {
    const auditor = outlet.as('auditor')
    const { entries } = await auditor.audit.list({})
    expect(entries.map(({ procedure }) => procedure)).toContain('people.addVisitor')
    expect(await auditor.audit.verify({})).toMatchObject({ integrity: 'ok', chain: { ok: true } })
    const rows = entries.map(({ actor, procedure }) => [actor, procedure])
    const { file } = await auditor.reports.tableFile({ title: '审计记录', head: ['谁', '做了什么'], rows })
    const book = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
    expect(JSON.stringify(book)).toContain('people.addVisitor')
  })

  it.each(['auditor', 'branch-lead'] as const)('S5 refuses %s every other write with the sentence', async (role) => {
    const client = outlet.as(role) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
    const closed = allProcedures().filter(
      ({ meta }) => meta.kind === 'command' && meta.roles !== 'public' && !meta.roles.includes(role),
    )
    expect(closed.length).toBeGreaterThan(30)
    const wrong: string[] = []
    for (const { feature, name, path } of closed) {
      const refusal = await client[feature]?.[name]?.({}).then(
        () => 'done',
        (error) => error as { code: string; data: { reason: string } },
      )
      if (typeof refusal !== 'object' || refusal.code !== 'forbidden' || refusal.data.reason !== 'forbidden')
        wrong.push(path)
    }
    expect(wrong).toEqual([])
    for (const language of ['zh-CN', 'en'] as const) {
      const t = translatorFor(language)
      expect(t('errors.forbidden')).not.toBe('errors.reasons.forbidden')
    }
    proved({ id: 'S5', runs: closed.length, bad: wrong.length })
  })

  it('S5 a branch lead decides what was escalated, with a photo, and cannot do the work', async () => {
    const head = outlet.as('outlet-head')
    const lead = outlet.as('branch-lead')
    const task = await head.rectifications.open({
      source: 'self-report',
      description: '大厅空调不制冷',
      severity: 'minor',
      zone: null,
      item: null,
      ownerUid: outlet.people['lobby-manager'] ?? '',
      queue: null,
      photos: [],
    })
    await expect(
      lead.rectifications.move({ uid: task.uid, from: task.state, to: 'doing', photos: [] }),
    ).rejects.toMatchObject({ data: { reason: 'moveNotAllowed' } })
    const escalated = await head.rectifications.move({
      uid: task.uid,
      from: task.state,
      to: 'escalated',
      note: '超权限',
    })
    expect(escalated.task.state).toBe('escalated')
    const decided = await lead.rectifications.move({
      uid: task.uid,
      from: 'escalated',
      to: 'doing',
      decision: '同意更换，费用由支行列支',
    })
    expect(decided.task.state).toBe('doing')
    const [entry] = (await head.audit.list({})).entries
    expect(entry).toMatchObject({ actor: '唐亦舟', role: 'branch-lead', procedure: 'rectifications.move' })
  })
})
