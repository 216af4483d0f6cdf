import { expect, it } from 'vitest'
import type { Move, Rectification, RectificationCard } from '../../../shared/contract/rectifications.ts'
import { draftOf, inOrder, MOVE_KEYS, missingOf, moveInput, startOf } from './move-draft.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-20T02:00:00Z')
const TASK = {
  uid: 'u',
  state: 'doing',
  dueAt: NOW - 1,
  cause: null,
  owner: { person: null, queue: 'cleaner', text: null },
} as unknown as Rectification
const CARD = {
  task: TASK,
  temporaryMeasure: null,
  prevention: null,
  costFen: 12_050,
  missingLayers: ['correct'],
  cameBackAt: null,
  timeline: [],
} as unknown as RectificationCard
const DRAFT = draftOf(CARD, NOW, ZONE)

it('proposes the end of tomorrow where the due time has passed', () => {
  expect(new Date(DRAFT.dueAt ?? 0).toISOString()).toBe('2026-11-21T09:00:00.000Z')
  expect(DRAFT.owner).toBe('q:cleaner')
})

it('asks why none of the six groups applies before people are named as the cause', () => {
  const draft = { ...DRAFT, cause: 'people.skill', note: 'x' }
  const requires = ['result-note', 'cause'] as const
  expect(missingOf(draft, requires, { photoRequired: false }, NOW)).toEqual({ 'cause-note': 'required' })
  expect(missingOf({ ...draft, causeNote: 'y' }, requires, { photoRequired: false }, NOW)).toEqual({})
})

it('asks for a photo only where one is demanded, and for a due time that lies ahead', () => {
  expect(missingOf(DRAFT, ['photo-if-item-allows'], { photoRequired: true }, NOW)).toEqual({
    'photo-if-item-allows': 'required',
  })
  expect(missingOf({ ...DRAFT, dueAt: NOW - 1 }, ['due'], { photoRequired: false }, NOW)).toEqual({ due: 'past' })
})

it('sends only what the step asks for', () => {
  const draft = { ...DRAFT, note: ' done ', waitingFor: 'vendor', cause: 'equipment.fault' }
  const move = { to: 'submitted', zh: '', en: '', requires: ['result-note', 'cause'] } as const
  expect(moveInput(TASK, { ...move, requires: [...move.requires] }, draft)).toEqual({
    uid: 'u',
    from: 'doing',
    to: 'submitted',
    note: 'done',
    photos: [],
    cause: 'equipment.fault',
    costFen: 12_050,
  })
})

it('proposes to send back the layer that is missing, and sends layers only where they are asked for', () => {
  expect(DRAFT.redo).toEqual(['correct'])
  const draft = { ...DRAFT, note: 'a', measure: ' b ', prevention: 'c' }
  const move = { to: 'submitted', zh: '', en: '', requires: ['result-note', 'measure-layer'] } as const
  expect(moveInput(TASK, { ...move, requires: [...move.requires] }, draft)).toMatchObject({ note: 'a', measure: 'b' })
  expect(missingOf(DRAFT, move.requires, { photoRequired: false }, NOW)).toEqual({
    'result-note': 'required',
    'measure-layer': 'required',
  })
})

it('offers the usual step first', () => {
  const moves = (['escalated', 'void', 'submitted', 'waiting'] as const).map((to) => ({
    to,
    zh: '',
    en: '',
    requires: [],
  }))
  expect(inOrder(moves).map(({ to }) => to)).toEqual(['submitted', 'waiting', 'escalated', 'void'])
})

it('gives no step a letter that the list keeps for itself while a card is open, and none twice', () => {
  const letters = Object.values(MOVE_KEYS)
  expect(letters.filter((letter) => ['B', 'F', 'N', 'Q', 'T'].includes(letter))).toEqual([])
  expect(new Set(letters).size).toBe(letters.length)
})

it('begins handing in again with what was said last time, and any other step with nothing', () => {
  const card = { ...CARD, restored: '已换新笔' }
  const move = (requires: Move['requires']): Move => ({ to: 'submitted', zh: '', en: '', requires })
  expect(startOf(move(['result-note', 'cause']), card, NOW, ZONE).note).toBe('已换新笔')
  expect(startOf(move(['reason']), card, NOW, ZONE).note).toBe('')
  expect(startOf(move(['result-note']), { ...card, restored: null }, NOW, ZONE).note).toBe('')
})

it('proposes nothing again that did not keep the fault away', () => {
  const before = {
    ...CARD,
    task: { ...TASK, cause: 'people.skill' },
    restored: '已换新笔',
    corrected: '教过',
    prevention: '每周点检',
  }
  const card = {
    ...before,
    cameBackAt: NOW,
    timeline: [{ to: 'submitted', at: NOW - 1 }],
  } as unknown as RectificationCard
  const handIn: Move = { to: 'submitted', zh: '', en: '', requires: ['result-note', 'measure-layer', 'cause'] }
  const empty = { note: '', measure: '', cause: undefined }
  expect(startOf(handIn, card, NOW, ZONE)).toMatchObject({ ...empty, prevention: '每周点检' })
  const reopened = { ...card, task: { ...card.task, state: 'reopened' as const } }
  expect(startOf({ ...handIn, to: 'assigned', requires: ['prevention-layer'] }, reopened, NOW, ZONE).prevention).toBe(
    '',
  )
  const sentBack = { ...card, timeline: [{ ...card.timeline[0], to: 'submitted', at: NOW + 1 }] } as RectificationCard
  expect(startOf(handIn, sentBack, NOW, ZONE)).toMatchObject({
    note: '已换新笔',
    measure: '教过',
    cause: 'people.skill',
  })
})

it('hands in what it has cost so far, in fen, and nothing where the field was cleared', () => {
  const submit = { to: 'submitted', zh: '', en: '', requires: ['result-note'] } as Move
  expect(moveInput(TASK, submit, DRAFT)).toMatchObject({ costFen: 12_050 })
  expect(moveInput(TASK, submit, { ...DRAFT, cost: 19.99 })).toMatchObject({ costFen: 1999 })
  expect(moveInput(TASK, submit, { ...DRAFT, cost: null })).toMatchObject({ costFen: null })
  expect(moveInput(TASK, { ...submit, to: 'verified' }, DRAFT)).not.toHaveProperty('costFen')
})
