import { expect, it } from 'vitest'
import { anAnswer, anItem, aRound, aSheet } from './round-fixture.ts'

const ITEMS = ['a1', 'a2', 'a3', 'b1'].map((id) => anItem(id))

it('saves a pass and moves on to the next unanswered item', async () => {
  const round = aRound(aSheet(ITEMS))
  round.actions.answer('a1', 'pass')
  expect(round.cursor()).toBe('a2')
  expect(round.store.getState().pending.a1?.value).toBe('pass')
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'pass', revision: 1 })
  expect(round.store.getState().pending).toEqual({})
})

it('walks past what only the opened doors show, and answers it where asked', async () => {
  const round = aRound({ ...aSheet(ITEMS), answerableFrom: { a2: 10 } })
  round.actions.answer('a1', 'pass')
  expect(round.cursor()).toBe('a3')
  expect(round.actions.restOf('a')).toMatchObject({ passing: [{ id: 'a3' }], left: 0 })
  round.actions.answer('a2', 'pass')
  await round.settled()
  expect(round.saved().get('a2')).toMatchObject({ value: 'pass' })
})

it('keeps "fixed" back until it has words or a photo', async () => {
  const round = aRound(aSheet(ITEMS))
  round.actions.answer('a1', 'fixed')
  expect(round.focused).toEqual(['note'])
  expect(round.sent).toEqual([])
  expect(round.actions.isDone('a1')).toBe(false)
  round.actions.describe('a1', { note: '擦净' })
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'fixed', note: '擦净' })
})

it('saves a fail at once, stays for the note, and adds it as a new revision', async () => {
  const round = aRound(aSheet(ITEMS))
  round.actions.answer('a1', 'fail')
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'fail', revision: 1 })
  expect([round.cursor(), round.focused]).toEqual(['a1', ['note']])
  round.actions.describe('a1', { note: '破损' })
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ note: '破损', revision: 2 })
})

it('asks no words for a defect that is known', () => {
  const task = { openSince: 10 } as never
  const sheet = aSheet(ITEMS, [{ item: 'a1', lastAnswers: [], openTask: task, failsInSevenDays: 0 }])
  const round = aRound(sheet)
  round.actions.answer('a1', 'fail')
  expect([round.cursor(), round.focused]).toEqual(['a2', []])
})

it('asks for the reading and refuses to pass one out of limits', async () => {
  const reading = { label_zh: '', label_en: '', unit_zh: '', unit_en: '', max: 60 }
  const round = aRound(aSheet([anItem('a1', { reading }), anItem('a2')]))
  round.actions.answer('a1', 'pass')
  expect(round.focused).toEqual(['reading'])
  round.actions.enterReading('a1', 75)
  expect(round.store.getState().readingProblem).toBe('a1')
  expect(round.sent).toEqual([])
  round.actions.answer('a1', 'fail')
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'fail', reading: 75 })
})

it('passes the rest of a zone without known defects and readings, in one call', async () => {
  const reading = { label_zh: '', label_en: '', unit_zh: '', unit_en: '' }
  const task = { openSince: 10 } as never
  const sheet = aSheet(
    [anItem('a1'), anItem('a2'), anItem('a3', { reading }), anItem('a4'), anItem('b1')],
    [{ item: 'a4', lastAnswers: [], openTask: task, failsInSevenDays: 0 }],
  )
  const round = aRound(sheet)
  round.actions.answer('a1', 'not-seen')
  await round.settled()
  const { passed, left } = round.actions.passRest('a')
  expect([passed, left]).toEqual([['a2'], 2])
  await round.settled()
  expect(round.saved().get('a1')?.value).toBe('not-seen')
  expect(round.cursor()).toBe('a3')
})

it('takes a zone back by saying "not seen", and leads through it again', async () => {
  const round = aRound(aSheet(ITEMS))
  const { passed } = round.actions.passRest('a')
  await round.settled()
  round.actions.takeBackRest(passed)
  await round.settled()
  expect([...round.saved().values()].map(({ value, revision }) => [value, revision])).toEqual([
    ['not-seen', 2],
    ['not-seen', 2],
    ['not-seen', 2],
  ])
  expect(round.cursor()).toBe('a1')
  round.actions.answer('a1', 'pass')
  expect(round.cursor()).toBe('a2')
})

const ZONES = ['a1', 'b1', 'b2', 'c1'].map((id) => anItem(id))

it('skips no zone when an arrow follows the answer that carried on to it', () => {
  const round = aRound(aSheet(ZONES))
  round.actions.answer('a1', 'pass')
  expect(round.cursor()).toBe('b1')
  round.actions.stepZone(1)
  expect(round.cursor()).toBe('b1')
  round.actions.stepZone(1)
  expect(round.cursor()).toBe('c1')
  round.actions.stepZone(-1)
  expect(round.cursor()).toBe('b1')
})

it('skips no zone after the rest of one passed', () => {
  const round = aRound(aSheet(ZONES))
  round.actions.passRest('a')
  round.actions.stepZone(1)
  expect(round.cursor()).toBe('b1')
})

it('steps on at once where the person has moved or answered in the new zone', () => {
  const round = aRound(aSheet(ZONES))
  round.actions.answer('a1', 'pass')
  round.actions.answer('b1', 'pass')
  expect(round.cursor()).toBe('b2')
  round.actions.stepZone(1)
  expect(round.cursor()).toBe('c1')
})

it('shows a conflict and overwrites only when told to', async () => {
  const round = aRound(aSheet(ITEMS))
  round.others(anAnswer('a1', 'fail', { by: { uid: 'other', name: 'Other' } }))
  round.actions.answer('a1', 'pass')
  await round.settled()
  expect(round.store.getState().conflicts.a1).toMatchObject({ mine: { value: 'pass' }, theirs: { value: 'fail' } })
  expect(round.saved().get('a1')?.value).toBe('fail')
  round.actions.resolveConflict('a1', 'mine')
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'pass', revision: 2 })
})
