import { expect, it } from 'vitest'
import { anAnswer, anItem, aRound, aSheet } from './round-fixture.ts'

const ITEMS = ['a1', 'a2', 'a3'].map((id) => anItem(id))

it('gathers what is answered while a call is under way', async () => {
  const round = aRound(aSheet(ITEMS))
  let release = () => {}
  round.service.hold = new Promise((resolve) => {
    release = resolve
  })
  round.actions.answer('a1', 'pass')
  round.actions.answer('a2', 'pass')
  round.actions.answer('a3', 'pass')
  release()
  await round.settled()
  expect(round.sent.map((batch) => batch.map(({ item }) => item))).toEqual([['a1'], ['a2', 'a3']])
})

it('sends a change of mind as the next revision', async () => {
  const round = aRound(aSheet(ITEMS))
  round.actions.answer('a1', 'pass')
  round.actions.answer('a1', 'na')
  await round.settled()
  expect(round.saved().get('a1')).toMatchObject({ value: 'na', revision: 2 })
})

it('keeps answers while the service is away and saves them afterwards', async () => {
  const round = aRound(aSheet(ITEMS))
  round.service.error = { code: 'service-unavailable' }
  round.actions.answer('a1', 'pass')
  await round.settled()
  expect(round.store.getState().pending.a1?.state).toBe('waiting')
  round.service.error = undefined
  round.outbox.retry()
  await round.settled()
  expect(round.saved().get('a1')?.value).toBe('pass')
  expect(round.store.getState().pending).toEqual({})
})

it('recognises its own answer whose confirmation was lost', async () => {
  const round = aRound(aSheet(ITEMS))
  round.service.error = { code: 'timed-out' }
  round.actions.answer('a1', 'pass')
  await round.settled()
  round.others(anAnswer('a1', 'pass'))
  round.service.error = undefined
  round.outbox.retry()
  await round.settled()
  expect(round.store.getState()).toMatchObject({ pending: {}, conflicts: {} })
})

it('lets one refused answer not take the others with it', async () => {
  const round = aRound(aSheet(ITEMS))
  let release = () => {}
  round.service.hold = new Promise((resolve) => {
    release = resolve
  })
  round.actions.answer('a1', 'pass')
  round.actions.answer('a2', 'pass')
  round.actions.answer('a3', 'pass')
  round.service.error = { code: 'invalid-input' }
  release()
  await round.settled()
  expect(round.sent.map((batch) => batch.length)).toEqual([1, 2, 1, 1])
  expect(Object.values(round.store.getState().pending).map(({ state }) => state)).toEqual([
    'refused',
    'refused',
    'refused',
  ])
})
