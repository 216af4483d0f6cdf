import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EvidenceKind } from '../../shared/contract/award-evidence.ts'
import { formatRate } from '../../shared/domain/rate-text.ts'
import { figuresIn, formsOfText } from '../../shared/domain/story-figures.ts'
import { type AwardOutlet, startAwardOutlet } from '../harness/award-outlet.ts'
import { passTheRest, roundOf } from '../harness/walk-round.ts'

const KIND = 'week-star'
const TODAY = { from: '2026-11-23', to: '2026-11-23' }

describe('the story of an award', () => {
  let at: AwardOutlet
  let uid: string

  beforeEach(async () => {
    at = await startAwardOutlet()
    uid = await nominateFromRecords(at)
  })

  it('says each sentence from a record, and every figure of it is found again in the database by that record', async () => {
    const { sentences, unknown } = await story()
    const linked = sentences.filter(({ record }) => record.kind !== 'award')
    expect(linked.map(({ record }) => record.kind).sort()).toEqual(['patrol', 'rectification', 'thanks', 'typed'])
    expect(unknown).toEqual([])
    let figures = 0
    for (const { text, record } of sentences) {
      const held = formsHeld(at.outlet.ports.database, record, uid)
      for (const { form } of figuresIn(text)) {
        figures++
        expect([...held], `${form} of ${text}`).toContain(form)
      }
    }
    expect(figures).toBeGreaterThan(12)
  })

  it('is found out by a planted figure, in digits or in words', async () => {
    const { draft } = await story()
    const head = at.outlet.as('outlet-head')
    const planted = `${draft}合格率97.3%，帮助客户二十七次，2026年11月9日。`
    const { unknown } = await head.awardPapers.checkStory({ uid, text: planted })
    expect(unknown.map(({ text }) => text)).toEqual(['97.3%', '二十七', '2026年11月9日'])
    for (const { text, at: place } of unknown) expect(planted.slice(place, place + text.length)).toBe(text)
  })

  it('has no sentence for evidence whose record is gone', async () => {
    at.outlet.ports.database.exec(`DELETE FROM thanks`)
    expect((await story()).sentences.some(({ record }) => record.kind === 'thanks')).toBe(false)
  })

  it('is edited by the nominator or the head, on the text they saw, and says who did', async () => {
    const lobby = at.outlet.as('lobby-manager')
    const head = at.outlet.as('outlet-head')
    const text = '她把一件小事做成了习惯。'
    await lobby.awardPapers.saveStory({ uid, text, basedOn: null })
    const saved = await story()
    expect(saved).toMatchObject({ text, editedBy: '沈知夏', count: 12, mayEdit: true })
    const late = head.awardPapers.saveStory({ uid, text: '另一段', basedOn: null })
    await expect(late).rejects.toMatchObject({ data: { reason: 'storyChangedMeanwhile' } })
    await head.awardPapers.saveStory({ uid, text: '另一段', basedOn: saved.editedAt })
    expect((await story()).editedBy).toBe('林予安')
    await expect(at.outlet.as('teller').awardPapers.saveStory({ uid, text: 'x', basedOn: null })).rejects.toMatchObject(
      { data: { reason: 'awardGone' } },
    )
  })

  const story = () => at.outlet.as('outlet-head').awardPapers.story({ uid })
})

/** A round, a task, a public card and something typed, each linked as evidence of a nomination of the lobby manager's. */
async function nominateFromRecords(at: AwardOutlet): Promise<string> {
  const lobby = at.outlet.as('lobby-manager')
  const supervisor = at.uidOf('ops-supervisor')
  const client = at.outlet.as('ops-supervisor')
  const round = await roundOf(client, 'opening')
  const sheet = await client.patrols.start({ uid: round })
  const [first] = sheet.items
  await client.patrols.answer({
    uid: round,
    answers: [{ item: first?.id ?? '', value: 'fail', note: '招牌缺笔', basedOn: 0 }],
  })
  await passTheRest(client, await client.patrols.sheet({ uid: round }))
  await client.patrols.submit({ uid: round, allowUnanswered: true })
  const { tasks } = await lobby.rectifications.list({})
  const task = tasks[0]?.uid ?? ''
  const { database } = at.outlet.ports
  // As if it had been fixed and checked: the story only reads it.
  database
    .prepare(
      `UPDATE rectification SET done_at = found_at + 5400000, verified_at = found_at + 7200000, state = 'verified',
       owner_staff = (SELECT id FROM staff WHERE uid = ?), owner_queue = NULL WHERE uid = ?`,
    )
    .run(supervisor, task)
  const card = await at.outlet
    .as('teller')
    .thanks.give({ to: supervisor, words: '三分钟就帮我找到客户的回单', value: 'together' })
  const { award } = await lobby.awards.add(
    at.fieldsOf(KIND, { ...TODAY, nominee: { kind: 'person', person: supervisor }, reason: '一早就把问题找出来' }),
  )
  const typed = { words: null, figure: null, unit: null, on: '2026-11-23' }
  const link = (criterion: string, source: string, kind: EvidenceKind, record: string) =>
    lobby.awards.addEvidence({ uid: award.uid, criterion, source, record: { kind, uid: record }, ...typed })
  await link('conduct', 'patrol.pass-rate', 'patrol', round)
  await link('conduct', 'patrol.pass-rate', 'rectification', task)
  await link('help', 'peer.thanks', 'thanks', card.uid)
  const ready = await lobby.awards.addEvidence({
    ...{ uid: award.uid, criterion: 'voice', source: 'customer.rating', record: null, on: '2026-11-23' },
    ...{ words: '满意率报表', figure: '99.2', unit: '%' },
  })
  await lobby.awards.nominate({ uid: award.uid, basedOn: ready.award.revision })
  return award.uid
}

/** Straight from the tables, by the record that a sentence names. */
function formsHeld(database: Database, { kind, uid }: { kind: string; uid: string }, award: string): Set<string> {
  const row = (sql: string) => database.prepare(sql).get(uid) as Record<string, number | string>
  if (kind === 'patrol') {
    const {
      on = '',
      part = 0,
      of = 0,
    } = row(
      `SELECT "on", sum(pass + fixed) AS part, sum(pass + fixed + fail) AS "of" FROM patrol
       JOIN patrol_total ON patrol_id = patrol.id WHERE uid = ?`,
    )
    return new Set(formsOfText(`${on} ${part} ${of} ${formatRate(Number(part) / Number(of))}`))
  }
  if (kind === 'rectification') {
    const found = row(`SELECT no, description, date(verified_at / 1000, 'unixepoch', '+8 hours') AS "on",
      round((done_at - found_at) / 3600000.0, 1) AS used, round((due_at - found_at) / 3600000.0, 1) AS given
      FROM rectification WHERE uid = ?`)
    return new Set(formsOfText(Object.values(found).join(' ')))
  }
  if (kind === 'thanks')
    return new Set(formsOfText(Object.values(row('SELECT "on", words FROM thanks WHERE uid = ?')).join(' ')))
  if (kind === 'typed') {
    const { on_day = '', words = '', figure = '', unit = '' } = row('SELECT * FROM award_evidence WHERE uid = ?')
    return new Set(formsOfText(`${on_day} ${words} ${figure}${unit}`))
  }
  expect({ kind, uid }).toEqual({ kind: 'award', uid: award })
  const { period_from = '', period_to = '', reason = '' } = row('SELECT * FROM award WHERE uid = ?')
  const { all = 0, typed = 0 } = row(
    `SELECT count(*) AS "all", sum(record_uid IS NULL) AS typed FROM award_evidence JOIN award ON award.id = award_id
     WHERE award.uid = ?`,
  )
  return new Set(formsOfText(`${period_from} ${period_to} ${reason} ${all} ${typed}`))
}
