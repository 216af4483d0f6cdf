import { beforeEach, describe, expect, it } from 'vitest'
import { type AwardOutlet, OCTOBER, startAwardOutlet } from '../harness/award-outlet.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { addVisitors } from '../harness/test-service.ts'

const reason = (key: string) => ({ data: { reason: key } })

describe('steps of an award', () => {
  let at: AwardOutlet
  beforeEach(async () => {
    at = await startAwardOutlet()
  })

  const head = () => at.outlet.as('outlet-head').awards
  const gateOf = (card: { gates: { gate: string; result: string }[] }, id: string) =>
    card.gates.find(({ gate }) => gate === id)

  describe('gates', () => {
    it('are asked of the records, and confirmed by name with a note where records cannot tell', async () => {
      const { award } = await at.nominate('week-star')
      const { uid } = award
      await expect(
        head().confirmGate({ uid, gate: 'upheld-complaint', result: 'clear', note: '无' }),
      ).rejects.toMatchObject(reason('gateAsksRecordsFirst'))
      const asked = await head().checkGates({ uid })
      expect(asked.gates.map(({ gate, result }) => [gate, result])).toEqual([
        ['upheld-complaint', 'clear'],
        ['critical-fail', 'clear'],
        ['falsified-data', 'unknown'],
        ['mutual-gaming', 'clear'],
      ])
      const reviewers = [at.uidOf('outlet-head'), at.uidOf('ops-supervisor')]
      await expect(head().startReview({ uid, basedOn: asked.award.revision, reviewers })).rejects.toMatchObject(
        reason('awardNeedsGates'),
      )
      await expect(
        head().confirmGate({ uid, gate: 'upheld-complaint', result: 'clear', note: '无' }),
      ).rejects.toMatchObject(reason('gateDecidedByRecords'))
      const confirmed = await head().confirmGate({ uid, gate: 'falsified-data', result: 'clear', note: '抽看录像' })
      expect(gateOf(confirmed, 'falsified-data')).toMatchObject({ confirmedBy: '林予安', note: '抽看录像' })
      await expect(head().startReview({ uid, basedOn: confirmed.award.revision, reviewers })).resolves.toMatchObject({
        award: { state: 'reviewing' },
      })
    })

    it('block the review where somebody found one', async () => {
      const { award } = await at.nominate('week-star')
      await head().checkGates({ uid: award.uid })
      const { award: found } = await head().confirmGate({
        uid: award.uid,
        gate: 'falsified-data',
        result: 'found',
        note: '代签一次',
      })
      const reviewers = [at.uidOf('outlet-head'), at.uidOf('ops-supervisor')]
      await expect(head().startReview({ uid: award.uid, basedOn: found.revision, reviewers })).rejects.toMatchObject(
        reason('awardVetoed'),
      )
    })

    it('find an upheld complaint that was held against the nominee, and ask where nobody has judged whose it was', async () => {
      const days = { from: '2026-11-20', to: '2026-11-23' }
      const { award } = await at.nominate('week-star', 'lobby-manager', days)
      const client = at.outlet.as('outlet-head')
      const task = await client.rectifications.open({ ...PLAIN_TASK, source: 'complaint', description: '排队无人引导' })
      await client.complaintClocks.decide({ taskUid: task.uid, isUpheld: true, decision: '属实' })
      const unknown = await head().checkGates({ uid: award.uid })
      expect(gateOf(unknown, 'upheld-complaint')).toMatchObject({
        result: 'unknown',
        records: [{ kind: 'rectification', uid: task.uid, text: task.no }],
      })
      await head().confirmGate({ uid: award.uid, gate: 'upheld-complaint', result: 'clear', note: '与本人无关' })
      expect(gateOf(await head().checkGates({ uid: award.uid }), 'upheld-complaint')).toMatchObject({
        result: 'clear',
        confirmedBy: '林予安',
      })
      at.outlet.ports.database
        .prepare(
          `INSERT INTO accountability (uid, rectification_id, staff_id, level, suggested, reason, decided_at, answer_until)
         SELECT 'd1', task.id, staff.id, 1, 1, 'r', 0, 0 FROM rectification task, staff WHERE task.uid = ? AND staff.uid = ?`,
        )
        .run(task.uid, at.uidOf('teller'))
      expect(gateOf(await head().checkGates({ uid: award.uid }), 'upheld-complaint')).toMatchObject({
        result: 'found',
        confirmedBy: null,
      })
    })

    it('find critical fails of the nominee, an open one of the outlet, a failed look-back, a host who never hosted', async () => {
      const days = { from: '2026-11-20', to: '2026-11-23' }
      const client = at.outlet.as('lobby-manager')
      const task = await client.rectifications.open({ ...PLAIN_TASK, severity: 'critical', description: '尾箱未双人' })
      const star = await at.nominate('week-star', 'lobby-manager', days)
      expect(gateOf(await head().checkGates({ uid: star.award.uid }), 'critical-fail')).toMatchObject({
        result: 'unknown',
        records: [{ text: task.no }],
      })
      const fixer = await at.nominate('fast-fix', 'lobby-manager', days)
      expect(gateOf(await head().checkGates({ uid: fixer.award.uid }), 'look-back-failed')).toMatchObject({
        result: 'clear',
      })
      at.outlet.ports.database.exec(`UPDATE rectification SET owner_staff = (SELECT id FROM staff WHERE uid = '${at.uidOf('teller')}');
        INSERT INTO rectification_look_back (rectification_id, "on", result) SELECT id, '2026-11-21', 'fail' FROM rectification`)
      expect(gateOf(await head().checkGates({ uid: fixer.award.uid }), 'look-back-failed')).toMatchObject({
        result: 'found',
        records: [{ text: task.no }],
      })
      const host = await at.nominate('best-host', 'lobby-manager', days)
      expect(gateOf(await head().checkGates({ uid: host.award.uid }), 'hosted-none')).toMatchObject({ result: 'found' })
      at.outlet.ports.database.exec('UPDATE rectification SET due_at = 1')
      const outlet = await at.nominate('best-star-outlet', 'outlet-head', { ...days, nominee: { kind: 'outlet' } })
      expect(gateOf(await head().checkGates({ uid: outlet.award.uid }), 'critical-overdue')).toMatchObject({
        result: 'found',
        records: [{ text: task.no }],
      })
    })

    it('read a certificate and the share of own rounds', async () => {
      const lobby = {
        nominee: { kind: 'person' as const, person: at.uidOf('lobby-manager') },
        from: '2026-11-01',
        to: '2026-11-22',
      }
      const { award } = await at.nominate('best-lobby-manager', 'outlet-head', lobby)
      const asked = await head().checkGates({ uid: award.uid })
      expect(gateOf(asked, 'own-completion')).toMatchObject({ result: 'unknown', records: [{ text: '0/0 · 0/0' }] })
      const star = await at.nominate('best-service-star', 'outlet-head', lobby)
      expect(gateOf(await head().checkGates({ uid: star.award.uid }), 'not-certified')).toMatchObject({
        result: 'unknown',
      })
      const set = at.outlet.ports.database.prepare('UPDATE staff SET certificate_valid_to = ? WHERE uid = ?')
      set.run('2026-11-21', at.uidOf('lobby-manager'))
      expect(gateOf(await head().checkGates({ uid: star.award.uid }), 'not-certified')).toMatchObject({
        result: 'found',
      })
      set.run('2027-01-01', at.uidOf('lobby-manager'))
      expect(gateOf(await head().checkGates({ uid: star.award.uid }), 'not-certified')).toMatchObject({
        result: 'clear',
      })
    })
  })

  describe('reviews', () => {
    it('are given by nobody the award is about, by whom it came from, or by a relative', async () => {
      const { award } = await at.nominate('month-service-star', 'lobby-manager', OCTOBER)
      const { award: clear } = await at.clearGates(award.uid)
      const start = (posts: string[]) =>
        head().startReview({ uid: award.uid, basedOn: clear.revision, reviewers: posts.map(at.uidOf) })
      await expect(start(['outlet-head', 'teller'])).rejects.toMatchObject({
        data: { reason: 'reviewerInvolved', params: { name: '许一诺' } },
      })
      await expect(start(['outlet-head', 'lobby-manager'])).rejects.toMatchObject(reason('reviewerInvolved'))
      await start(['outlet-head', 'ops-supervisor', 'security-guard'])
      const ops = at.outlet.as('ops-supervisor').awards
      await expect(
        ops.score({ uid: award.uid, scores: [{ criterion: 'rating', points: 1, note: null }] }),
      ).rejects.toMatchObject(reason('declareFirst'))
      await ops.declare({ uid: award.uid, isRelative: true })
      await expect(at.handIn(award.uid, 'ops-supervisor', 100)).rejects.toMatchObject(reason('excludedAsRelative'))
      await at.handIn(award.uid, 'outlet-head', 70)
      const card = await head().card({ uid: award.uid })
      expect([card.sum?.sum, card.sum?.excluded, card.sum?.waitingFor]).toEqual([70, ['顾青禾'], ['韩朗']])
      await expect(head().publicise({ uid: award.uid, basedOn: card.award.revision })).rejects.toMatchObject(
        reason('awardNeedsScores'),
      )
      const { award: fewer } = await head().setReviewers({
        uid: award.uid,
        basedOn: card.award.revision,
        reviewers: [at.uidOf('outlet-head')],
      })
      await expect(head().publicise({ uid: award.uid, basedOn: fewer.revision })).rejects.toMatchObject(
        reason('awardNeedsScores'),
      )
    })

    it('need every criterion, say openly where no evidence was seen, and can be retraced', async () => {
      const { award } = await at.nominate('week-star')
      await at.review(award.uid, ['outlet-head', 'ops-supervisor'])
      const ops = at.outlet.as('ops-supervisor').awards
      await ops.declare({ uid: award.uid, isRelative: false })
      const sheet = (values: Record<string, number | null>) =>
        Object.entries(values).map(([criterion, points]) => ({ criterion, points, note: null }))
      await expect(ops.score({ uid: award.uid, scores: sheet({ conduct: 80 }) })).rejects.toMatchObject(
        reason('sheetIncomplete'),
      )
      await ops.score({ uid: award.uid, scores: sheet({ conduct: 80, voice: 90, help: null, learn: 60 }) })
      await head().declare({ uid: award.uid, isRelative: false })
      const { sum } = await head().score({
        uid: award.uid,
        scores: sheet({ conduct: 70, voice: 80, help: null, learn: 40 }),
      })
      expect(
        sum?.criteria.map(({ criterion, median, share, isMissing }) => [criterion, median, share, isMissing]),
      ).toEqual([
        ['conduct', 75, 22.5, false],
        ['voice', 85, 25.5, false],
        ['help', 0, 0, true],
        ['learn', 50, 10, false],
      ])
      expect([sum?.sum, sum?.criteria[0]?.counted.map(({ person, points }) => [person, points])]).toEqual([
        58,
        [
          ['林予安', 70],
          ['顾青禾', 80],
        ],
      ])
    })

    it('name a tie, which the head decides with a reason', async () => {
      const first = await at.publicise('week-star', 80)
      const other = { nominee: { kind: 'person' as const, person: at.uidOf('security-guard') } }
      const { award } = await at.nominate('week-star', 'lobby-manager', other)
      await at.review(award.uid, ['outlet-head', 'ops-supervisor'])
      await at.handIn(award.uid, 'ops-supervisor', 80)
      const { award: reviewed, sum } = await at.handIn(award.uid, 'outlet-head', 80)
      expect(sum?.ties.map(({ no }) => no)).toEqual([first.award.no])
      const publicise = (tieReason: string | null) =>
        head().publicise({ uid: award.uid, basedOn: reviewed.revision, tieReason })
      await expect(publicise(null)).rejects.toMatchObject({
        data: { reason: 'awardTied', params: { no: first.award.no } },
      })
      expect((await publicise('两人并列，名额为据实')).tieReason).toBe('两人并列，名额为据实')
      const ranking = await head().ranking({ kind: 'week-star', from: award.from, to: award.to })
      expect(ranking.map(({ sum: points, isTied }) => [points, isTied])).toEqual([
        [80, true],
        [80, true],
      ])
    })
  })

  describe('the notice', () => {
    it('runs by calendar days; then the award is granted by itself', async () => {
      const { award } = await at.publicise('month-service-star', 90, OCTOBER)
      expect(award).toMatchObject({ publicityFrom: '2026-11-23', publicityUntil: '2026-11-25' })
      await expect(head().grant({ uid: award.uid, basedOn: award.revision })).rejects.toMatchObject(
        reason('awardStillPublic'),
      )
      at.setDay('2026-11-25')
      await at.outlet.service.tick()
      expect((await head().card({ uid: award.uid })).award.state).toBe('publicised')
      at.setDay('2026-11-26')
      await at.outlet.service.tick()
      const { award: granted, events } = await head().card({ uid: award.uid })
      expect([granted.state, granted.grantedOn, events.at(-1)?.by]).toEqual(['granted', '2026-11-26', null])
    })

    it('grants nothing that a veto has caught up with; the head is told by what', async () => {
      const { award } = await at.publicise('month-service-star', 90, OCTOBER)
      const client = at.outlet.as('lobby-manager')
      const task = await client.rectifications.open({ ...PLAIN_TASK, severity: 'critical', description: '尾箱未双人' })
      const { database } = at.outlet.ports
      database.prepare('UPDATE rectification SET found_at = ?').run(Date.parse('2026-10-20T10:00:00+08:00'))
      database
        .prepare(
          `INSERT INTO accountability (uid, rectification_id, staff_id, level, suggested, reason, decided_at, answer_until)
         SELECT 'd1', task.id, staff.id, 1, 1, 'r', 0, 0 FROM rectification task, staff WHERE task.uid = ? AND staff.uid = ?`,
        )
        .run(task.uid, at.uidOf('teller'))
      at.setDay('2026-11-26')
      await at.outlet.service.tick()
      const { award: waiting } = await head().card({ uid: award.uid })
      expect(waiting.state).toBe('publicised')
      await expect(head().grant({ uid: award.uid, basedOn: waiting.revision })).rejects.toMatchObject({
        data: { reason: 'awardVetoedSince', params: { record: task.no } },
      })
      database.exec('DELETE FROM accountability')
      await at.outlet.service.tick()
      expect((await head().card({ uid: award.uid })).award.state).toBe('granted')
    })

    it('of no days lets the head grant at once', async () => {
      const { award } = await at.publicise('week-star')
      expect((await head().grant({ uid: award.uid, basedOn: award.revision })).award).toMatchObject({
        state: 'granted',
        grantedOn: '2026-11-23',
      })
    })

    it('waits for the decision of the branch, with its reference and day', async () => {
      const { award } = await at.nominate('best-service-star', 'outlet-head')
      await at.review(award.uid, ['ops-supervisor', 'lobby-manager'])
      await at.handIn(award.uid, 'ops-supervisor', 90)
      await at.handIn(award.uid, 'lobby-manager', 90)
      const { award: reviewed } = await head().card({ uid: award.uid })
      await head().publicise({ uid: award.uid, basedOn: reviewed.revision })
      at.setDay('2026-11-30')
      await at.outlet.service.tick()
      const { award: waiting } = await head().card({ uid: award.uid })
      expect(waiting.state).toBe('publicised')
      const grant = (reference: string | null, decidedOn: string | null) =>
        head().grant({ uid: award.uid, basedOn: waiting.revision, reference, decidedOn })
      await expect(grant(null, null)).rejects.toMatchObject({
        data: { fields: { reference: 'required', decidedOn: 'awardDecidedOutside' } },
      })
      await expect(grant('滨支服〔2026〕12号', '2026-12-01')).rejects.toMatchObject(reason('awardDecidedOutside'))
      expect((await grant('滨支服〔2026〕12号', '2026-11-28')).decision).toEqual({
        reference: '滨支服〔2026〕12号',
        on: '2026-11-28',
      })
    })

    it('stops for an objection, which is answered in three working days', async () => {
      const { award } = await at.publicise('month-service-star', 90, OCTOBER)
      const objected = await at.outlet
        .as('security-guard' as 'teller')
        .awards.object({ uid: award.uid, words: '十月请假两周' })
      expect(objected).toMatchObject({
        award: { state: 'objected' },
        objections: [{ by: '韩朗', dueOn: '2026-11-26' }],
      })
      at.setDay('2026-11-26')
      await at.outlet.service.tick()
      const { award: waiting, objections } = await head().card({ uid: award.uid })
      expect(waiting.state).toBe('objected')
      const [objection] = objections
      const answered = await head().answerObjection({
        uid: award.uid,
        basedOn: waiting.revision,
        objection: objection?.uid ?? '',
        answer: '请假三天，已核考勤',
        isUpheld: false,
      })
      expect(answered.award.state).toBe('publicised')
      await at.outlet.service.tick()
      expect((await head().card({ uid: award.uid })).award.state).toBe('granted')
      await expect(at.outlet.as('teller').awards.object({ uid: award.uid, words: '晚了' })).rejects.toMatchObject(
        reason('objectionTooLate'),
      )
    })

    it('ends in withdrawal where an objection is upheld', async () => {
      const { award } = await at.publicise('month-service-star', 90, OCTOBER)
      const { objections, award: objected } = await at.outlet
        .as('ops-supervisor')
        .awards.object({ uid: award.uid, words: '数据有误' })
      const { award: withdrawn } = await head().answerObjection({
        uid: award.uid,
        basedOn: objected.revision,
        objection: objections[0]?.uid ?? '',
        answer: '属实',
        isUpheld: true,
      })
      expect(withdrawn.state).toBe('withdrawn')
      expect((await at.outlet.as('teller').awards.list({})).total).toBe(1)
    })

    it('takes an objection without a name, and keeps none anywhere', async () => {
      const { award } = await at.publicise('month-service-star', 90, OCTOBER)
      const { database } = at.outlet.ports
      const chain = () => database.prepare('SELECT count(*) FROM audit_entry').pluck().get()
      const before = chain()
      at.outlet.ports.advance(3_725_000)
      const [now, began] = [at.outlet.ports.clock.now(), Date.parse('2026-11-23T00:00:00+08:00')]
      await at.outlet.as('ops-supervisor').awards.objectUnnamed({ uid: award.uid, words: '另有隐情' })
      expect(chain()).toBe(before)
      const rows = [
        database.prepare('SELECT * FROM award_objection').get(),
        database.prepare('SELECT * FROM award_event ORDER BY id DESC').get(),
        database.prepare('SELECT state, state_since FROM award').get(),
      ] as Record<string, unknown>[]
      expect(rows).toMatchObject([
        { staff_id: null, received_on: '2026-11-23' },
        { by: null, at: null, on: '2026-11-23' },
        { state: 'objected', state_since: began },
      ])
      expect(JSON.stringify(rows)).not.toContain(String(now))
      const { ids } = at.outlet.ports
      expect(String(rows[0]?.uid).slice(0, 8)).toBe(ids.uid(began).slice(0, 8))
      const { objections, award: objected } = await head().card({ uid: award.uid })
      expect([objected.state, objections[0]?.by]).toEqual(['objected', null])
      expect((await at.outlet.as('ops-supervisor').awards.card({ uid: award.uid })).objections).toEqual([])
    })
  })

  it('are taken once: the second window is told', async () => {
    const { award } = await at.publicise('week-star')
    await head().grant({ uid: award.uid, basedOn: award.revision })
    await expect(head().grant({ uid: award.uid, basedOn: award.revision })).rejects.toMatchObject({
      code: 'conflict',
      ...reason('awardChanged'),
    })
    const { award: now } = await head().card({ uid: award.uid })
    await expect(head().grant({ uid: award.uid, basedOn: now.revision })).rejects.toMatchObject({
      code: 'conflict',
      ...reason('awardStepGone'),
    })
  })

  it('leave a trail when a granted award is corrected, rewarded and revoked', async () => {
    await addVisitors(at.outlet)
    const { award } = await at.publicise('week-star')
    const { award: granted } = await head().grant({ uid: award.uid, basedOn: award.revision })
    const corrected = await head().correct({
      uid: award.uid,
      basedOn: granted.revision,
      reason: '帮老人办完挂失并送回家',
      why: '漏写一节',
    })
    expect(corrected.events.at(-1)).toMatchObject({
      act: 'correct',
      reason: '漏写一节',
      before: '耐心帮老人办完挂失',
      after: '帮老人办完挂失并送回家',
    })
    const rewarded = await head().noteReward({ uid: award.uid, what: '流动台签', on: '2026-11-23' })
    expect(rewarded.rewards).toMatchObject([{ what: '流动台签', notedBy: '林予安' }])
    await expect(
      at.outlet.as('teller').awards.revoke({ uid: award.uid, basedOn: rewarded.award.revision, reason: '不' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const revoked = await at.outlet
      .as('branch-lead')
      .awards.revoke({ uid: award.uid, basedOn: rewarded.award.revision, reason: '事后查明代签' })
    expect(revoked.award.state).toBe('revoked')
    expect(revoked.events.map(({ act, to }) => [act, to])).toEqual([
      ['nominate', 'nominated'],
      ['review', 'reviewing'],
      ['publicise', 'publicised'],
      ['grant', 'granted'],
      ['correct', null],
      ['revoke', 'revoked'],
    ])
  })

  it('let a nominator take back, with a reason once it is nominated', async () => {
    const { award } = await at.nominate('week-star')
    const lobby = at.outlet.as('lobby-manager').awards
    await expect(lobby.withdraw({ uid: award.uid, basedOn: award.revision, reason: '' })).rejects.toMatchObject({
      data: { fields: { reason: 'required' } },
    })
    expect((await lobby.withdraw({ uid: award.uid, basedOn: award.revision, reason: '改评月度' })).award.state).toBe(
      'withdrawn',
    )
  })

  it('are decided by nobody on an award of their own', async () => {
    const own = { nominee: { kind: 'person' as const, person: at.uidOf('outlet-head') } }
    const { award } = await at.nominate('week-star', 'lobby-manager', own)
    const { award: clear } = await at.clearGates(award.uid)
    await expect(
      head().startReview({ uid: award.uid, basedOn: clear.revision, reviewers: [at.uidOf('ops-supervisor')] }),
    ).rejects.toMatchObject(reason('awardOfOneself'))
  })
})
