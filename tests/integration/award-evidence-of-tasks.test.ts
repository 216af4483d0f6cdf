import { beforeEach, describe, expect, it } from 'vitest'
import type { EvidenceRecord, EvidenceSubject } from '../../shared/contract/award-evidence.ts'
import type { Client } from '../../shared/contract/index.ts'
import { newPhoto } from '../harness/faults.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { roundOf } from '../harness/walk-round.ts'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const HOUR = 3_600_000
const DAY = 24 * HOUR
const ITEM = 'exterior.signage-clean'

describe('tasks as evidence of an award', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client
  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  const person = (): EvidenceSubject => ({ kind: 'person', staffUid: outlet.uid('lobby-manager') })

  describe('looked back on twice', () => {
    const SHOWN = [
      ['look-back-passed', '2026-11-20'],
      ['look-back-failed', '2026-11-13'],
    ]
    const subjects = {
      person,
      outlet: () => ({ kind: 'outlet' as const }),
      team: () => ({ kind: 'team' as const, staffUids: [outlet.uid('lobby-manager'), outlet.uid('teller')] }),
    }

    async function lookedBack() {
      const { uid } = await lobby.rectifications.open({
        ...{ ...PLAIN_TASK, description: '踢脚线开裂', ownerUid: outlet.uid('lobby-manager'), queue: null },
      })
      const looks = outlet.ports.database.prepare(
        `INSERT INTO rectification_look_back (rectification_id, "on", result, at)
         SELECT id, @on, @result, 1 FROM rectification WHERE uid = @uid`,
      )
      looks.run({ uid, on: '2026-11-13', result: 'fail' })
      looks.run({ uid, on: '2026-11-20', result: 'pass' })
      outlet.ports.database.prepare('UPDATE rectification SET done_at = found_at, verified_at = found_at').run()
    }

    it.each(Object.entries(subjects))('show both, page by page too, of: %s', async (_name, subjectOf) => {
      await lookedBack()
      const wish = { subject: subjectOf(), ...NOVEMBER, sources: ['task.lookback'] }
      const told = (records: readonly EvidenceRecord[]) => records.map(({ fact, on }) => [fact, on])
      expect(told((await head.awardEvidence.search(wish)).records)).toEqual(SHOWN)
      const first = await head.awardEvidence.search({ ...wish, limit: 1 })
      const second = await head.awardEvidence.search({ ...wish, limit: 1, after: first.next })
      expect(told([...first.records, ...second.records])).toEqual(SHOWN)
      expect([first.next, second.next]).toEqual([{ on: '2026-11-20', skip: 1 }, null])
    })
  })

  describe('seen again after it was struck off', () => {
    let uid: string
    let round: string
    beforeEach(async () => {
      round = await startRound()
      uid = (await answer('fail'))?.uid ?? ''
      outlet.ports.advance(HOUR)
      await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
      await lobby.rectifications.move({
        uid,
        from: 'doing',
        to: 'submitted',
        note: '已补字',
        cause: 'equipment.ageing',
      })
      await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
      outlet.ports.advance(DAY)
      await outlet.dawn('2026-11-24')
      await outlet.service.tick()
      round = await startRound()
      await answer('fail')
    })

    async function startRound() {
      const opening = await roundOf(lobby, 'opening')
      await lobby.patrols.start({ uid: opening })
      return opening
    }

    async function answer(value: 'pass' | 'fail', basedOn = 0) {
      return (await lobby.patrols.answer({ uid: round, answers: [{ item: ITEM, value, basedOn, note: null }] }))
        .tasks[0]
    }

    async function told(subject: EvidenceSubject) {
      const { records } = await head.awardEvidence.search({
        subject,
        ...NOVEMBER,
        sources: ['task.fast-fix', 'task.ontime'],
      })
      const [read] = await head.awardEvidence.read({ refs: [{ kind: 'rectification', uid }] })
      expect(records).toEqual(read ? [read] : [])
      return records.map(({ fact, figure }) => [fact, figure?.value, figure?.of])
    }

    it.each([['person', person] as const, ['outlet', () => ({ kind: 'outlet' as const })] as const])(
      'was fixed fast all the same where that was a mistake: %s',
      async (_name, subjectOf) => {
        expect(await told(subjectOf())).toEqual([])
        expect(await answer('pass', 1)).toMatchObject({ uid, act: 'withdrawn' })
        expect(await told(subjectOf())).toEqual([['fixed-fast', 1, 72]])
      },
    )

    it('is timed from when it came back, and was fixed in time, not fast', async () => {
      const ownerUid = outlet.uid('lobby-manager')
      const dueAt = outlet.ports.clock.now() + 2 * DAY
      await head.rectifications.move({
        uid,
        from: 'reopened',
        to: 'assigned',
        ownerUid,
        dueAt,
        prevention: '每周擦一次',
      })
      await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
      outlet.ports.advance(3 * HOUR)
      const photos = [await newPhoto(outlet)]
      const how = { cause: 'equipment.ageing' as const, measure: '换了字牌', prevention: '列入点检', photos }
      await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '字牌已换', ...how })
      await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
      expect(await told(person())).toEqual([['task-in-time', 3, 48]])
    })
  })
})
