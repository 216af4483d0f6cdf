import { beforeEach, describe, expect, it } from 'vitest'
import { type AwardOutlet, OCTOBER, startAwardOutlet } from '../harness/award-outlet.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { addVisitors } from '../harness/test-service.ts'

const reason = (key: string) => ({ data: { reason: key } })

describe('awards', () => {
  let at: AwardOutlet
  beforeEach(async () => {
    at = await startAwardOutlet()
  })

  it('read the sixteen kinds of the file, and name offices that share an id by their place', async () => {
    const { kinds } = await at.outlet.as('teller').awards.rules({})
    expect(kinds).toHaveLength(16)
    const best = kinds.find(({ id }) => id === 'best-service-star')
    expect(best?.approvedBy.map(({ zh }) => zh)).toEqual(['支行行长', '分行服务管理部门'])
    expect([best?.isDecidedOutside, kinds[0]?.isAutomatic]).toEqual([true, true])
  })

  describe('nominations', () => {
    it('stay drafts of their nominator until they hold evidence, then get their number', async () => {
      const lobby = at.outlet.as('lobby-manager')
      const { award } = await lobby.awards.add(at.fieldsOf('week-star'))
      expect(award).toMatchObject({ no: null, state: 'draft', nominator: { name: '沈知夏' } })
      await expect(at.outlet.as('outlet-head').awards.card({ uid: award.uid })).rejects.toMatchObject(
        reason('awardGone'),
      )
      expect((await at.outlet.as('outlet-head').awards.list({})).total).toBe(0)
      await expect(lobby.awards.nominate({ uid: award.uid, basedOn: award.revision })).rejects.toMatchObject(
        reason('awardNeedsEvidence'),
      )
      const nominated = await at.nominate('week-star', 'lobby-manager', {
        nominee: { kind: 'person', person: at.uidOf('ops-supervisor') },
      })
      expect(nominated.award).toMatchObject({ no: 'AW-2026-001', state: 'nominated' })
      expect((await at.outlet.as('outlet-head').awards.list({ waiting: true })).awards.map(({ uid }) => uid)).toEqual([
        nominated.award.uid,
      ])
    })

    it('come from whom the kind names', async () => {
      const [teller, head, lobby] = (['teller', 'outlet-head', 'lobby-manager'] as const).map(
        (role) => at.outlet.as(role).awards,
      )
      await expect(
        teller?.add(at.fieldsOf('fast-fix', { nominee: { kind: 'person', person: at.uidOf('lobby-manager') } })),
      ).rejects.toMatchObject(reason('awardNominatedByOthers'))
      await expect(teller?.add(at.fieldsOf('week-star'))).rejects.toMatchObject(reason('noSelfNomination'))
      await expect(teller?.add(at.fieldsOf('month-service-star'))).resolves.toMatchObject({ award: { state: 'draft' } })
      await expect(lobby?.add(at.fieldsOf('best-service-star'))).rejects.toMatchObject(reason('awardNominatedByOthers'))
      const outlet = { nominee: { kind: 'outlet' as const } }
      await expect(lobby?.add(at.fieldsOf('best-star-outlet', outlet))).rejects.toMatchObject(
        reason('awardNominatedByOthers'),
      )
      await expect(head?.add(at.fieldsOf('best-star-outlet', outlet))).resolves.toMatchObject({
        award: { nominee: { kind: 'outlet' } },
      })
      await expect(head?.add(at.fieldsOf('thanks-card'))).rejects.toMatchObject(reason('awardKindAutomatic'))
    })

    it('fit the kind: its subject, a team of two or more, days that have been', async () => {
      const head = at.outlet.as('outlet-head').awards
      const refused = (more: Parameters<typeof at.fieldsOf>[1], kind = 'feature-service') =>
        head.add(at.fieldsOf(kind, more)).then(
          () => null,
          (error: { data: { reason: string } }) => error.data.reason,
        )
      const team = (members: string[]) => ({ nominee: { kind: 'team' as const, team: '长者陪办组', members } })
      expect(await refused({})).toBe('awardSubjectOther')
      expect(await refused(team([at.uidOf('teller')]))).toBe('invalidInput')
      expect(await refused({ ...team([at.uidOf('teller'), at.uidOf('lobby-manager')]), to: '2026-11-15' })).toBe(
        'periodEndsFirst',
      )
      expect(await refused({ ...team([at.uidOf('teller'), at.uidOf('lobby-manager')]), to: '2026-11-24' })).toBe(
        'periodInFuture',
      )
      expect(await refused(team([at.uidOf('teller'), at.uidOf('lobby-manager')]))).toBeNull()
    })

    it('are made once for a nominee, kind and period', async () => {
      await at.nominate('week-star')
      await expect(at.nominate('week-star', 'ops-supervisor')).rejects.toMatchObject({
        data: { reason: 'nominatedAlready', params: { no: 'AW-2026-001' } },
      })
    })

    it('are found by name, pinyin and kind, and by period', async () => {
      await at.nominate('week-star')
      const found = async (filter: object) => (await at.outlet.as('outlet-head').awards.list(filter)).total
      expect(await Promise.all(['许一诺', 'xyn', '周服务', '没有'].map((search) => found({ search })))).toEqual([
        1, 1, 1, 0,
      ])
      expect([
        await found({ from: '2026-11-22' }),
        await found({ from: '2026-11-23' }),
        await found({ kind: 'fast-fix' }),
      ]).toEqual([1, 0, 0])
    })
  })

  describe('evidence', () => {
    it('is a record of the period, or typed with the name of who typed it', async () => {
      const lobby = at.outlet.as('lobby-manager')
      const { award } = await lobby.awards.add(at.fieldsOf('fast-fix', { from: '2026-11-20', to: '2026-11-23' }))
      const task = await lobby.rectifications.open({ ...PLAIN_TASK, description: '叫号机缺纸' })
      const base = {
        uid: award.uid,
        criterion: 'speed',
        source: 'task.fast-fix',
        words: null,
        figure: null,
        unit: null,
        on: '2026-11-23',
      }
      const card = await lobby.awards.addEvidence({ ...base, record: { kind: 'rectification', uid: task.uid } })
      expect(card.evidence).toMatchObject([
        { record: { uid: task.uid }, title: `${task.no} 叫号机缺纸`, on: '2026-11-23' },
      ])
      await expect(
        lobby.awards.addEvidence({ ...base, record: { kind: 'rectification', uid: task.uid } }),
      ).rejects.toMatchObject(reason('evidenceAlready'))
      await expect(
        lobby.awards.addEvidence({ ...base, record: { kind: 'rectification', uid: award.uid } }),
      ).rejects.toMatchObject(reason('evidenceGone'))
      await expect(lobby.awards.addEvidence({ ...base, record: null })).rejects.toMatchObject(reason('required'))
      await expect(
        lobby.awards.addEvidence({ ...base, record: null, words: '旧事', on: '2026-11-19' }),
      ).rejects.toMatchObject(reason('evidenceOutsidePeriod'))
      await expect(
        lobby.awards.addEvidence({ ...base, record: null, words: '旧事', source: 'peer.thanks' }),
      ).rejects.toMatchObject(reason('evidenceOfOther'))
      const typed = await lobby.awards.addEvidence({
        ...base,
        record: null,
        words: '比时限早两天',
        figure: '2',
        unit: '天',
      })
      expect(typed.evidence.at(-1)).toMatchObject({ record: null, addedBy: '沈知夏', figure: '2' })
    })

    it('keeps the draft to its award and its person, while days and words may change', async () => {
      const lobby = at.outlet.as('lobby-manager').awards
      const { uid } = (await lobby.add(at.fieldsOf('week-star'))).award
      const change = async (more: Parameters<typeof at.fieldsOf>[1], kind = 'week-star') => {
        const { award } = await lobby.card({ uid })
        return lobby.update({ uid, basedOn: award.revision, ...at.fieldsOf(kind, more) })
      }
      const other = { nominee: { kind: 'person' as const, person: at.uidOf('ops-supervisor') } }
      const { award } = await change(other)
      expect(award.nominee.person?.name).toBe('顾青禾')
      await lobby.addEvidence({
        ...{ uid, criterion: 'conduct', source: 'customer.rating', record: null, words: '报表', figure: null },
        ...{ unit: null, on: award.to },
      })
      await expect(change({})).rejects.toMatchObject(reason('awardNomineeFixed'))
      await expect(change(other, 'grace-award')).rejects.toMatchObject(reason('awardKindFixed'))
      const kept = await change({ ...other, reason: '两次替同事顶班' })
      expect([kept.award.reason, kept.evidence.length]).toEqual(['两次替同事顶班', 1])
    })

    it('tells one story once at a level for the same nominee, and is named where others lean on it', async () => {
      const lobby = at.outlet.as('lobby-manager')
      const days = { from: '2026-11-20', to: '2026-11-23' }
      const task = await lobby.rectifications.open({ ...PLAIN_TASK, description: '叫号机缺纸' })
      const link = (uid: string, criterion: string, source: string) =>
        lobby.awards.addEvidence({
          uid,
          criterion,
          source,
          record: { kind: 'rectification', uid: task.uid },
          words: null,
          figure: null,
          unit: null,
          on: days.to,
        })
      const first = await at.nominate('fast-fix', 'lobby-manager', days)
      await link(first.award.uid, 'root', 'task.lookback')
      const second = await lobby.awards.add(at.fieldsOf('month-service-star', days))
      await expect(link(second.award.uid, 'improve', 'task.fast-fix')).rejects.toMatchObject({
        data: { reason: 'storyUsed', params: { no: 'AW-2026-001', name: '快速整改奖' } },
      })
      const other = await lobby.awards.add(
        at.fieldsOf('month-service-star', { ...days, nominee: { kind: 'person', person: at.uidOf('ops-supervisor') } }),
      )
      const card = await link(other.award.uid, 'improve', 'task.fast-fix')
      expect(card.evidence[0]?.alsoIn).toMatchObject([{ no: 'AW-2026-001', kind: 'fast-fix' }])
    })

    it('stays as it is once the review has begun', async () => {
      const { award, evidence } = await at.nominate('week-star')
      await at.review(award.uid, ['outlet-head', 'ops-supervisor'])
      await expect(
        at.outlet.as('lobby-manager').awards.removeEvidence({ uid: award.uid, evidence: evidence[0]?.uid ?? '' }),
      ).rejects.toMatchObject(reason('evidenceClosed'))
    })
  })

  it('show everybody what is public, and drafts, nominations and sheets to nobody else', async () => {
    await addVisitors(at.outlet)
    const { award } = await at.nominate('month-service-star', 'lobby-manager', OCTOBER)
    const totals = async () =>
      Promise.all(
        (['teller', 'ops-supervisor', 'lobby-manager', 'outlet-head', 'auditor', 'branch-lead'] as const).map(
          async (role) => (await at.outlet.as(role).awards.list({})).total,
        ),
      )
    expect(await totals()).toEqual([0, 0, 1, 1, 1, 1])
    await at.review(award.uid, ['outlet-head', 'ops-supervisor'])
    expect(await totals()).toEqual([0, 1, 1, 1, 1, 1])
    await at.handIn(award.uid, 'ops-supervisor', 80)
    expect((await at.outlet.as('outlet-head').awards.card({ uid: award.uid })).sum).toBeNull()
    const { award: reviewed } = await at.handIn(award.uid, 'outlet-head', 90)
    await at.outlet.as('outlet-head').awards.publicise({ uid: award.uid, basedOn: reviewed.revision })
    expect(await totals()).toEqual([1, 1, 1, 1, 1, 1])
    const seen = await at.outlet.as('teller').awards.card({ uid: award.uid })
    expect([seen.sum, seen.gates, seen.reviewers, seen.objections]).toEqual([null, [], [], []])
    const owner = await at.outlet.as('ops-supervisor').awards.card({ uid: award.uid })
    expect([owner.sum?.sum, owner.sum?.criteria[0]?.counted]).toEqual([85, []])
  })
})
