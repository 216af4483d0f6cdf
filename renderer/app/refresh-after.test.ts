import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { createRefresher } from './refresh-after.ts'

const MINE = [['patrols', 'progress'], { input: { uid: 'a' }, type: 'query' }]
const OTHER = [['patrols', 'progress'], { input: { uid: 'b' }, type: 'query' }]
const SHEET = [['patrols', 'sheet'], { input: { uid: 'a' }, type: 'query' }]
const TODAY = [['today', 'overview'], { input: {}, type: 'query' }]

function staleAfter(feature: string, ids: string[]): unknown[] {
  const cache = new QueryClient()
  for (const key of [MINE, OTHER, SHEET, TODAY]) cache.setQueryData(key, {})
  createRefresher(cache)(feature, ids)
  const all = cache.getQueryCache().getAll()
  cache.unmount()
  return all.filter(({ state }) => state.isInvalidated).map(({ queryKey }) => queryKey)
}

it('refreshes only the progress of the round that was answered', () => {
  expect(staleAfter('patrol-answers', ['a'])).toEqual([MINE])
})

it('refreshes the home screen after a change of rounds', () => {
  expect(staleAfter('patrols', [])).toEqual([MINE, OTHER, SHEET, TODAY])
})

it.each(['rectifications', 'accountability', 'devices', 'meetings', 'moods', 'notices', 'awards'])(
  'refreshes the home screen after a change of %s',
  (feature) => {
    expect(staleAfter(feature, [])).toEqual([TODAY])
  },
)
