import { expect, it } from 'vitest'
import { bookOf, mergeAnswers, nextOpenItem, otherWalker, resumeAt, sectionsOf } from './round-book.ts'
import { anAnswer, anItem, aSheet, ME } from './round-fixture.ts'
import { seenInstant } from './seen-instant.ts'

const ITEMS = [anItem('a1', { core: true }), anItem('a2'), anItem('b1', { core: true })]

it('never lets older news replace newer', () => {
  const newer = anAnswer('a1', 'fail', { revision: 2 })
  expect(mergeAnswers([newer], [anAnswer('a1', 'pass')])[0]).toBe(newer)
  expect(mergeAnswers([anAnswer('a1', 'pass')], [newer])).toEqual([newer])
})

it('goes round to the next open item', () => {
  const isDone = (id: string) => id !== 'a2'
  expect(nextOpenItem(ITEMS, isDone, 'b1')).toBe('a2')
  expect(nextOpenItem(ITEMS, () => true, 'b1')).toBeUndefined()
})

it('resumes after the own newest answer', () => {
  const answers = [anAnswer('a2', 'pass', { enteredAt: 9 }), anAnswer('a1', 'pass', { enteredAt: 5 })]
  expect(resumeAt(bookOf(aSheet(ITEMS), answers), 'me', 1)).toBe('b1')
  expect(resumeAt(bookOf(aSheet(ITEMS), []), 'me', 1)).toBe('a1')
})

it('does not resume at what cannot be seen yet', () => {
  const sheet = { ...aSheet(ITEMS), answerableFrom: { a1: 10 } }
  expect(resumeAt(bookOf(sheet, []), 'me', 9)).toBe('a2')
  expect(resumeAt(bookOf(sheet, []), 'me', 10)).toBe('a1')
})

it.each([
  ['all', [['a', ['a1', 'a2']]]],
  [
    'core',
    [
      ['a', ['a1']],
      ['b', ['b1']],
    ],
  ],
  ['failed', [['a', ['a2']]]],
  [
    'unanswered',
    [
      ['a', ['a1']],
      ['b', ['b1']],
    ],
  ],
] as const)('shows %s', (filter, expected) => {
  const sections = sectionsOf(bookOf(aSheet(ITEMS), [anAnswer('a2', 'fail')]), filter, 'a', () => false)
  expect(sections.map(({ zone, items }) => [zone.id, items.map(({ id }) => id)])).toEqual(expected)
})

it('knows a zone that somebody else has taken', () => {
  const sheet = aSheet(ITEMS)
  const taken = { ...sheet, zones: sheet.zones.map((zone) => ({ ...zone, assignee: { uid: 'her', name: 'Her' } })) }
  expect(otherWalker(taken, 'a', ME)).toBe('Her')
  expect(otherWalker(taken, 'a', 'her')).toBeUndefined()
  expect(otherWalker(sheet, 'a', ME)).toBeUndefined()
})

it.each([
  ['08:05', '2026-11-23T00:05:00.000Z'],
  ['8：05', '2026-11-23T00:05:00.000Z'],
  ['0805', '2026-11-23T00:05:00.000Z'],
])('reads %s as a time', (text, expected) => {
  expect(new Date(seenInstant(text, '2026-11-23', 'Asia/Shanghai') ?? 0).toISOString()).toBe(expected)
})

it.each(['', '25:00', '8:75', 'soon'])('takes %j for no time', (text) => {
  expect(seenInstant(text, '2026-11-23', 'Asia/Shanghai')).toBeUndefined()
})
