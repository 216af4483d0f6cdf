import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { passTheRest, roundOf } from '../harness/walk-round.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('patrols', () => {
  let outlet: TestOutlet
  let opening: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    opening = await roundOf(outlet.as('lobby-manager'), 'opening')
  })

  it('plans five rounds of a Monday and none of a Sunday', async () => {
    const { patrols, isOpen } = await outlet.as('teller').patrols.day({})
    expect(isOpen).toBe(true)
    expect(patrols.map(({ round, state }) => [round, state])).toEqual([
      ['opening', 'due'],
      ['morning', 'planned'],
      ['midday', 'planned'],
      ['afternoon', 'planned'],
      ['closing', 'planned'],
    ])
    expect((await outlet.as('teller').patrols.day({ on: '2026-11-22' })).patrols).toEqual([])
  })

  it('walks a whole opening round in walking order', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    expect(sheet.items.length).toBe(sheet.patrol.figures.due)
    expect(sheet.items[0]?.zone).toBe('exterior')
    expect(sheet.items.some(({ condition }) => condition === 'weather.rain')).toBe(false)
    expect(sheet.items.some(({ id }) => id === 'fire.panel')).toBe(true)

    const { figures } = await passTheRest(walker, sheet)
    expect(figures).toMatchObject({ due: sheet.items.length, pass: sheet.items.length, completion: 1, score: 100 })
    outlet.ports.advance(20 * MINUTE)
    const submitted = await walker.patrols.submit({ uid: opening })
    expect(submitted).toMatchObject({ state: 'submitted', isLateEntry: false })
    expect(verifyAuditChain(outlet.ports.database)).toMatchObject({ ok: true })
  })

  it('takes a round without what only the opened doors show, and the rest of it after opening', async () => {
    const late = 'entrance.open-on-time'
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    const opensAt = Date.parse('2026-11-23T09:00:00+08:00')
    expect(sheet.answerableFrom).toEqual({ [late]: opensAt })
    expect(sheet.items.filter(({ zone }) => zone === 'entrance').at(-1)?.id).toBe(late)
    await passTheRest(walker, { ...sheet, items: sheet.items.filter(({ id }) => id !== late) })
    const { figures } = await walker.patrols.submit({ uid: opening })
    expect(figures.completion).toBeCloseTo((figures.due - 1) / figures.due)

    outlet.ports.advance(opensAt + MINUTE - outlet.ports.clock.now())
    const answer = { item: late, value: 'pass' as const, reading: 0, basedOn: 0 }
    const filled = await walker.patrols.correct({ uid: opening, answer, reason: '开门后补填' })
    expect(filled.figures.completion).toBe(1)
    const closing = await roundOf(walker, 'closing')
    expect((await walker.patrols.sheet({ uid: closing })).answerableFrom).toEqual({})
  })

  it('asks for what only the opened doors show once they are open', async () => {
    const late = 'entrance.open-on-time'
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    await passTheRest(walker, { ...sheet, items: sheet.items.filter(({ id }) => id !== late) })
    outlet.ports.advance(2 * HOUR)
    await expect(walker.patrols.submit({ uid: opening })).rejects.toMatchObject({
      data: { reason: 'itemsUnanswered', params: { count: 1 } },
    })
  })

  it('asks for conditions once a day and follows a change', async () => {
    const walker = outlet.as('lobby-manager')
    const before = await walker.patrols.start({ uid: opening })
    await walker.patrols.setConditions({ on: '2026-11-23', conditions: { 'weather.rain': true } })
    const rainy = await walker.patrols.sheet({ uid: opening })
    expect(rainy.patrol.figures.due).toBe(before.patrol.figures.due + 1)
    expect(rainy.items.map(({ id }) => id)).toContain('entrance.umbrella')
    await walker.patrols.setConditions({ on: '2026-11-23', conditions: { 'weather.rain': false } })
    expect((await walker.patrols.sheet({ uid: opening })).patrol.figures.due).toBe(before.patrol.figures.due)
  })

  it('never overwrites what somebody else answered meanwhile', async () => {
    const first = outlet.as('lobby-manager')
    const second = outlet.as('ops-supervisor')
    const sheet = await first.patrols.start({ uid: opening })
    const item = sheet.items[0]?.id ?? ''
    await first.patrols.answer({ uid: opening, answers: [{ item, value: 'pass', basedOn: 0 }] })
    const lost = await second.patrols.answer({ uid: opening, answers: [{ item, value: 'fail', basedOn: 0 }] })
    expect(lost.saved).toEqual([])
    expect(lost.conflicts).toMatchObject([{ item, value: 'pass', revision: 1, by: { name: '沈知夏' } }])
    const won = await second.patrols.answer({ uid: opening, answers: [{ item, value: 'fail', basedOn: 1 }] })
    expect(won.saved).toMatchObject([{ item, revision: 2 }])
    const rows = outlet.ports.database.prepare('SELECT count(*) FROM patrol_answer').pluck().get()
    expect(rows).toBe(2)
  })

  it('counts a change only where the answer or the person is another', async () => {
    const first = outlet.as('lobby-manager')
    const second = outlet.as('ops-supervisor')
    const item = (await first.patrols.start({ uid: opening })).items[0]?.id ?? ''
    const answer = async (walker: typeof first, value: 'pass' | 'fail', note: string | null, basedOn: number) => {
      const { saved } = await walker.patrols.answer({ uid: opening, answers: [{ item, value, note, basedOn }] })
      return saved[0]
    }
    expect(await answer(first, 'fail', null, 0)).toMatchObject({ revision: 1, changes: 0 })
    expect(await answer(first, 'fail', '破损', 1)).toMatchObject({ revision: 2, changes: 0 })
    expect(await answer(second, 'fail', '破损', 2)).toMatchObject({ revision: 3, changes: 1 })
    expect(await answer(second, 'pass', null, 3)).toMatchObject({ revision: 4, changes: 2 })
    expect((await first.patrols.sheet({ uid: opening })).answers).toMatchObject([{ item, revision: 4, changes: 2 }])
  })

  it('hands several zones to one person at once, and takes the name away again', async () => {
    const lobby = outlet.as('lobby-manager')
    const sheet = await lobby.patrols.start({ uid: opening })
    const personUid = outlet.people['ops-supervisor'] ?? ''
    const zones = sheet.zones.slice(0, 3).map(({ id }) => id)
    const assigned = async () => {
      const { zones: after } = await lobby.patrols.sheet({ uid: opening })
      return after.filter(({ assignee }) => assignee?.uid === personUid).map(({ id }) => id)
    }
    await lobby.patrols.assignZones({ uid: opening, zones, personUid })
    expect(await assigned()).toEqual(zones)
    await lobby.patrols.assignZones({ uid: opening, zones: zones.slice(1), personUid: null })
    expect(await assigned()).toEqual(zones.slice(0, 1))
    await expect(lobby.patrols.assignZones({ uid: opening, zones: ['nowhere'], personUid })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('keeps late, missed and late entry apart', async () => {
    const walker = outlet.as('lobby-manager')
    outlet.ports.advance(HOUR)
    const day = await walker.patrols.day({})
    expect(day.patrols[0]).toMatchObject({ state: 'late' })
    outlet.ports.advance(24 * HOUR)
    await outlet.service.tick()
    const missed = (await walker.patrols.day({ on: '2026-11-23' })).patrols
    expect(missed.map(({ state }) => state)).toEqual(Array(5).fill('missed'))
    const due = missed[0]?.figures.due ?? 0
    expect(due).toBeGreaterThan(80)
    const { days } = await walker.patrols.trends({ from: '2026-11-23', to: '2026-11-23' })
    expect(days).toMatchObject([{ roundsDue: 5, roundsHeld: 0, figures: { completion: 0 } }])

    const sheet = await walker.patrols.start({ uid: opening })
    await passTheRest(walker, sheet)
    await walker.patrols.submit({ uid: opening })
    const [late] = (await walker.patrols.day({ on: '2026-11-23' })).patrols
    expect(late).toMatchObject({ state: 'missed', isLateEntry: true, figures: { due, completion: 1 } })
    const answer = (await walker.patrols.sheet({ uid: opening })).answers[0]
    expect(answer?.enteredAt).toBeGreaterThan((answer?.seenAt ?? 0) + 20 * HOUR)
  })

  it('locks a submitted round; a correction is one entry in the chain and moves the totals', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    await passTheRest(walker, sheet)
    await walker.patrols.submit({ uid: opening })
    const item = sheet.items[3]?.id ?? ''
    const change = { item, value: 'fail' as const, basedOn: 1 }
    await expect(walker.patrols.answer({ uid: opening, answers: [change] })).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      outlet.as('teller').patrols.correct({ uid: opening, answer: change, reason: '看错' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const before = verifyAuditChain(outlet.ports.database)
    const { figures, tasks } = await walker.patrols.correct({ uid: opening, answer: change, reason: '看错' })
    const after = verifyAuditChain(outlet.ports.database)
    expect(figures).toMatchObject({ fail: 1, pass: sheet.items.length - 1 })
    expect(tasks).toMatchObject([{ act: 'opened' }])
    expect([before, after].map((verdict) => verdict.entries)).toEqual([before.entries, before.entries + 1])
    const { answers } = await walker.patrols.sheet({ uid: opening })
    expect(answers.find((one) => one.item === item)?.correction).toEqual({ before: 'pass', reason: '看错' })
    expect(answers.filter(({ correction }) => correction)).toHaveLength(1)
  })

  it('measures the walk without what was corrected after it, and lists its newest findings first', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    const head = outlet.as('outlet-head')
    const [first, second] = sheet.items.map(({ id }) => id)
    await walker.patrols.answer({ uid: opening, answers: [{ item: first ?? '', value: 'fail', basedOn: 0 }] })
    outlet.ports.advance(20 * 60_000)
    await walker.patrols.answer({ uid: opening, answers: [{ item: second ?? '', value: 'fail', basedOn: 0 }] })
    await walker.patrols.submit({ uid: opening, allowUnanswered: true })
    expect(await head.patrols.tempo({ uid: opening })).toMatchObject({ minutes: 20 })
    const found = await walker.patrols.answers({ from: '2026-11-23', to: '2026-11-23', values: ['fail'] })
    expect(found.map(({ item }) => item)).toEqual([second, first])

    outlet.ports.advance(HOUR)
    await walker.patrols.correct({
      uid: opening,
      answer: { item: first ?? '', value: 'pass', basedOn: 1 },
      reason: '看错',
    })
    expect(await head.patrols.tempo({ uid: opening })).toMatchObject({ minutes: 20 })
  })

  it('gives a round back with a reason and takes it again', async () => {
    const walker = outlet.as('lobby-manager')
    await passTheRest(walker, await walker.patrols.start({ uid: opening }))
    await walker.patrols.submit({ uid: opening })
    await outlet.as('outlet-head').patrols.giveBack({ uid: opening, reason: '少拍照' })
    expect(await walker.patrols.sheet({ uid: opening })).toMatchObject({
      patrol: { state: 'returned' },
      returnedReason: '少拍照',
    })
    expect(await walker.patrols.submit({ uid: opening })).toMatchObject({ state: 'submitted' })
  })

  it('names who walked and measures the walk when somebody else hands in again', async () => {
    const walker = outlet.as('lobby-manager')
    const head = outlet.as('outlet-head')
    const sheet = await walker.patrols.start({ uid: opening })
    await passTheRest(walker, sheet)
    await walker.patrols.submit({ uid: opening })
    await head.patrols.giveBack({ uid: opening, reason: '少拍照' })
    outlet.ports.advance(20 * MINUTE)
    const item = sheet.items[0]?.id ?? ''
    await head.patrols.answer({ uid: opening, answers: [{ item, value: 'fail', basedOn: 1 }] })
    const again = await head.patrols.submit({ uid: opening })
    expect(again.walkedBy?.uid).toBe(outlet.people['lobby-manager'])
    expect(again.submittedBy?.uid).toBe(outlet.people['outlet-head'])
    expect(await head.patrols.tempo({ uid: opening })).toMatchObject({ minutes: 0 })
  })

  it('re-checks only what failed, and says what was seen', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    const [failed, unseen] = sheet.items
    await walker.patrols.answer({
      uid: opening,
      answers: [
        { item: failed?.id ?? '', value: 'fail', note: '破损', basedOn: 0 },
        { item: unseen?.id ?? '', value: 'not-seen', basedOn: 0 },
      ],
    })
    await passTheRest(walker, await walker.patrols.sheet({ uid: opening }))
    await walker.patrols.submit({ uid: opening })
    const recheck = await walker.patrols.recheck({ uid: opening })
    const { items, contexts } = await walker.patrols.sheet({ uid: recheck.uid })
    expect(items.map(({ id }) => id)).toEqual([failed?.id])
    expect(contexts[0]).toMatchObject({ lastAnswers: [{ on: recheck.on, value: 'fail' }], openTask: { note: '破损' } })
  })

  it('refuses a pass whose reading breaks its limit, and photos where none may be taken', async () => {
    const walker = outlet.as('lobby-manager')
    const { items } = await walker.patrols.start({ uid: opening })
    const vault = items.find(({ id }) => id === 'cash-counter.vault-limit')
    const answer = { item: vault?.id ?? '', value: 'pass' as const, reading: 35, basedOn: 0 }
    await expect(walker.patrols.answer({ uid: opening, answers: [answer] })).rejects.toMatchObject({
      data: { reason: 'readingOutOfLimits' },
    })
    const photos = ['0'.repeat(64)]
    await expect(
      walker.patrols.answer({ uid: opening, answers: [{ ...answer, value: 'fail', photos }] }),
    ).rejects.toMatchObject({ data: { reason: 'noPhotoHere' } })
  })

  it('keeps totals that equal a recount of the answers', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    const values = ['pass', 'fail', 'na', 'not-seen'] as const
    for (const [index, { id }] of sheet.items.slice(0, 40).entries()) {
      const answer = { item: id, value: values[index % 4] ?? 'pass', basedOn: 0 }
      await walker.patrols.answer({ uid: opening, answers: [answer] })
      if (index % 3 === 0) {
        await walker.patrols.answer({ uid: opening, answers: [{ ...answer, value: 'pass', basedOn: 1 }] })
      }
    }
    const { answers, patrol } = await walker.patrols.progress({ uid: opening })
    const count = (value: string) => answers.filter((answer) => answer.value === value).length
    expect(patrol.figures).toMatchObject({
      pass: count('pass'),
      fail: count('fail'),
      na: count('na'),
      notSeen: count('not-seen'),
      due: sheet.items.length,
    })
    const { failing, total } = await walker.patrols.trends({ from: '2026-11-01', to: '2026-11-23' })
    expect(failing.reduce((sum, { fails }) => sum + fails, 0)).toBe(count('fail'))
    expect(total.figures).toEqual(patrol.figures)
  })

  it('keeps the wording a record was answered under', async () => {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: opening })
    const { id, version: _version, isOn: _isOn, isOwn: _isOwn, ...wording } = sheet.items[0]!
    await outlet.as('outlet-head').checklists.rewordItem({ id, wording: { ...wording, zh: '门楣招牌新说法' } })
    expect((await walker.patrols.sheet({ uid: opening })).items[0]?.zh).toBe(wording.zh)
    const current = await walker.checklists.current({})
    expect(current.items.find((item) => item.id === id)?.zh).toBe('门楣招牌新说法')
    expect(await walker.checklists.itemHistory({ id })).toHaveLength(2)
  })

  it('finds notes by text, pinyin and initials', async () => {
    const walker = outlet.as('lobby-manager')
    const { items } = await walker.patrols.start({ uid: opening })
    const answer = { item: items[0]?.id ?? '', value: 'fail' as const, note: '灯箱缺一个字', basedOn: 0 }
    await walker.patrols.answer({ uid: opening, answers: [answer] })
    for (const text of ['缺一个', 'dengxiang', 'dxq', items[0]?.zh.slice(0, 4) ?? '']) {
      expect(await walker.patrols.search({ text })).toMatchObject([{ item: items[0]?.id, note: '灯箱缺一个字' }])
    }
    expect(await walker.patrols.search({ text: '100%' })).toEqual([])
  })
})
