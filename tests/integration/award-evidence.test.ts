import { beforeEach, describe, expect, it } from 'vitest'
import type { EvidenceRecord } from '../../shared/contract/award-evidence.ts'
import type { Client } from '../../shared/contract/index.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'
import { passTheRest, roundOf } from '../harness/walk-round.ts'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const ITEM = 'exterior.signage-clean'

describe('the evidence of an award', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  const of = (post: string) => ({ kind: 'person' as const, staffUid: outlet.uid(post) })
  const facts = (records: readonly EvidenceRecord[]) => records.map(({ fact }) => fact).sort()

  /** A round with one fail that the lobby manager puts right within the hour. */
  async function walkAndFix() {
    const uid = await roundOf(lobby, 'opening')
    await lobby.patrols.start({ uid })
    const failed = { item: ITEM, value: 'fail' as const, note: '缺一个字', basedOn: 0 }
    const { tasks } = await lobby.patrols.answer({ uid, answers: [failed] })
    await passTheRest(lobby, await lobby.patrols.sheet({ uid }))
    await lobby.patrols.submit({ uid })
    const task = tasks[0]?.uid ?? ''
    outlet.ports.advance(60 * 60_000)
    await lobby.rectifications.move({ uid: task, from: 'assigned', to: 'doing' })
    const done = { note: '已补字', cause: 'equipment.ageing' as const }
    await lobby.rectifications.move({ uid: task, from: 'doing', to: 'submitted', ...done })
    await head.rectifications.move({ uid: task, from: 'submitted', to: 'verified', note: '好了' })
    return { uid, task }
  }

  it('of a person are rounds, quick fixes, meetings, praise, cards and what was learnt', async () => {
    const { uid, task } = await walkAndFix()
    const meeting = await outlet.begin()
    const add = (capture: 'praise' | 'quiz' | 'drill-result' | 'notices-passed', words: string, more: object = {}) =>
      lobby.meetings.addLine({
        ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, capture), capture, words },
        ...more,
      })
    await add('praise', '冒雨给老人送伞', { person: outlet.uid('lobby-manager') })
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    const search = (post: string, more: object = {}) =>
      head.awardEvidence.search({ subject: of(post), ...NOVEMBER, ...more })
    expect(facts((await search('lobby-manager')).records)).toEqual(['fixed-fast', 'round-walked'])
    await outlet.sign(meeting)
    const card = await head.thanks.give({ to: outlet.uid('lobby-manager'), words: '招牌当天补好', value: 'better' })
    const { records, totals, untold, next } = await search('lobby-manager')
    expect(facts(records)).toEqual(['fixed-fast', 'meeting-hosted', 'praised-in-meeting', 'round-walked', 'thanked'])
    expect(records.find(({ fact }) => fact === 'fixed-fast')).toMatchObject({
      record: { kind: 'rectification', uid: task },
      no: 'YZ-NP-03-2026-0001',
      words: '缺一个字',
      figure: { unit: 'hours', value: 1, of: 72 },
    })
    const sheet = await lobby.patrols.sheet({ uid })
    const { pass, fixed, fail } = sheet.patrol.figures
    expect(records.find(({ fact }) => fact === 'round-walked')).toMatchObject({
      record: { kind: 'patrol', uid },
      round: 'opening',
      figure: { part: pass + fixed, of: pass + fixed + fail },
    })
    expect(totals.find(({ source }) => source === 'patrol.completion')?.figure?.value).toBe(1)
    expect(totals.find(({ source }) => source === 'task.ontime')?.figure).toMatchObject({ part: 1, of: 1 })
    expect([untold, next]).toEqual([['patrol.repeat-rate', 'complaint.valid', 'branch.inspection'], null])
    expect(facts((await search('lobby-manager', { words: '招牌' })).records)).toEqual(['thanked'])
    expect(facts((await search('lobby-manager', { words: 'queyigezi' })).records)).toEqual(['fixed-fast'])
    expect(facts((await search('teller')).records)).toEqual([])
    expect((await search('lobby-manager', { from: '2026-10-01', to: '2026-10-31' })).records).toEqual([])
    const asked = await search('lobby-manager', { sources: ['peer.thanks', 'customer.rating'] })
    expect([facts(asked.records), asked.untold]).toEqual([['praised-in-meeting', 'thanked'], ['customer.rating']])

    const refs = [...records, ...totals].map(({ record }) => record)
    expect(await head.awardEvidence.read({ refs })).toEqual([...records, ...totals])
    await head.thanks.undo({ uid: card.uid })
    expect(await head.awardEvidence.read({ refs: [{ kind: 'thanks', uid: card.uid }] })).toEqual([null])
  })

  it('of the outlet are everybody’s, with repeats, complaints and inspections', async () => {
    await walkAndFix()
    const complaint = await lobby.rectifications.open({
      ...{ source: 'complaint', description: '等候一小时', severity: 'minor', zone: null, item: null },
      ...{ ownerUid: null, queue: 'lobby-manager' },
    })
    const ask = (sources: string[]) => head.awardEvidence.search({ subject: { kind: 'outlet' }, ...NOVEMBER, sources })
    expect((await ask(['complaint.valid'])).records).toEqual([])
    await head.complaintClocks.decide({ taskUid: complaint.uid, isUpheld: true, decision: '确属排班不足' })
    const { records, totals } = await ask(['complaint.valid', 'complaint.ontime', 'patrol.repeat-rate', 'training'])
    expect(facts(records)).toEqual(['complaint-in-time', 'complaint-upheld'])
    expect(totals.map(({ source, figure }) => [source, figure?.value])).toEqual([
      ['complaint.ontime', 1],
      ['complaint.valid', 1],
      ['patrol.repeat-rate', 0],
    ])
    expect((await ask(['training'])).untold).toEqual(['training'])
  })

  it('says which figure is not counted over so long a span, instead of leaving it out', async () => {
    await head.devices.add({
      ...{ kind: 'cash', name: '取款机1号', number: 'ATM-01', zone: null, vendor: null, phone: null },
      ...{ installedOn: '2024-01-02', switchedOffOn: null, hours: null },
    })
    outlet.ports.advance(2 * 60 * 60_000)
    const ask = (from: string) =>
      head.awardEvidence.search({ subject: { kind: 'outlet' }, from, to: '2026-11-23', sources: ['uptime'] })
    const year = await ask('2025-11-23')
    expect([year.totals.map(({ source }) => source), year.tooLong]).toEqual([['uptime'], []])
    const years = await ask('2025-10-01')
    expect([years.totals, years.tooLong, years.untold]).toEqual([[], ['uptime'], []])
  })

  it('shows nobody a certificate who may not see it', async () => {
    outlet.ports.database.exec("UPDATE staff SET certificate_valid_to = '2027-03-04'")
    const ask = async (client: Client) =>
      (await client.awardEvidence.search({ subject: of('lobby-manager'), ...NOVEMBER, sources: ['certified'] })).totals
    expect(facts(await ask(head))).toEqual(['certificate-valid'])
    expect(facts(await ask(lobby))).toEqual(['certificate-valid'])
    expect(await ask(outlet.as('teller'))).toEqual([])
    const ref = { refs: [{ kind: 'certificate' as const, uid: outlet.uid('lobby-manager') }] }
    expect(await outlet.as('teller').awardEvidence.read(ref)).toEqual([null])
    expect((await head.awardEvidence.read(ref))[0]?.fact).toBe('certificate-valid')
  })

  it('comes page by page without a gap or a double, and counts what the database holds', async () => {
    const { database, content } = outlet.ports
    const staff = database.prepare('SELECT id FROM staff ORDER BY id').pluck().all() as number[]
    const template = (await head.meetings.templates({})).find(({ id }) => id === 'standard-15')
    if (!template || !content) throw new Error('no template')
    insertManyMeetings(database, { template, from: '2026-09-01', to: '2026-11-20', staff, open: 3 })
    insertManyTasks(database, {
      ...{ count: 300, open: 20, items: 60, staff },
      ...{ from: Date.parse('2026-09-01T08:00:00+08:00'), till: Date.parse('2026-11-20T08:00:00+08:00') },
    })
    const wish = { subject: of('lobby-manager'), from: '2026-09-01', to: '2026-11-30' }
    const all: EvidenceRecord[] = []
    let after = null
    let pages = 0
    do {
      const page = await head.awardEvidence.search({ ...wish, limit: 7, after })
      all.push(...page.records)
      after = page.next
      pages++
    } while (after && pages < 100)
    const keys = all.map(({ source, record, on }) => `${source} ${record.uid} ${on}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(all.map(({ on }) => on)).toEqual(
      all
        .map(({ on }) => on)
        .sort()
        .reverse(),
    )
    const { totals } = await head.awardEvidence.search(wish)
    const me = database.prepare('SELECT id FROM staff WHERE uid = ?').pluck().get(outlet.uid('lobby-manager'))
    const rows = (sql: string) => Number(database.prepare(sql).pluck().get(me))
    const owned = `FROM rectification WHERE owner_staff = ? AND state <> 'void' AND coalesce(verified_at, closed_at) IS NOT NULL`
    const hosted = rows("SELECT count(*) FROM meeting WHERE host = ? AND state = 'signed'")
    expect(all.filter(({ record }) => record.kind === 'rectification').length).toBe(rows(`SELECT count(*) ${owned}`))
    expect(all.filter(({ fact }) => fact === 'meeting-hosted').length).toBe(hosted)
    expect(totals.find(({ source }) => source === 'task.ontime')?.figure).toMatchObject({
      part: rows(`SELECT count(*) ${owned} AND done_at <= due_at`),
      of: rows(`SELECT count(*) ${owned}`),
    })
    expect([hosted > 5, pages > 5]).toEqual([true, true])
  })

  it('of a team is that of its members, each under their name and what they share once', async () => {
    await walkAndFix()
    await head.thanks.give({ to: outlet.uid('teller'), words: '午间多开一窗', value: 'together' })
    const meeting = await outlet.begin()
    await lobby.meetings.addLine({
      ...{ meeting: meeting.meeting.uid, position: outlet.step(meeting, 'notices-passed'), capture: 'notices-passed' },
      ...{ words: '新的挂失流程', extra: { confirmed: [outlet.uid('teller'), outlet.uid('lobby-manager')] } },
    })
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    const team = { kind: 'team' as const, staffUids: [outlet.uid('lobby-manager'), outlet.uid('teller')] }
    const found = await head.awardEvidence.search({ subject: team, ...NOVEMBER })
    expect(found.records.map(({ fact, whose }) => [fact, whose]).sort()).toEqual([
      ['fixed-fast', '沈知夏'],
      ['lesson-confirmed', '沈知夏, 许一诺'],
      ['meeting-hosted', '沈知夏'],
      ['round-walked', '沈知夏'],
      ['thanked', '许一诺'],
    ])
    expect(found.totals.filter(({ source }) => source === 'peer.thanks')).toMatchObject([{ whose: '许一诺' }])
    const pages: EvidenceRecord[] = []
    let after = null
    do {
      const page = await head.awardEvidence.search({ subject: team, ...NOVEMBER, limit: 2, after })
      pages.push(...page.records)
      after = page.next
    } while (after && pages.length < 50)
    expect(pages.map(({ source, record }) => `${source} ${record.uid}`)).toEqual(
      found.records.map(({ source, record }) => `${source} ${record.uid}`),
    )
    const alone = await head.awardEvidence.search({ subject: of('teller'), ...NOVEMBER })
    expect(new Set(alone.records.map(({ whose }) => whose))).toEqual(new Set([null]))
  })
})
