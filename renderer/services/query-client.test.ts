import { expect, it } from 'vitest'
import { createQueryClient } from './query-client.ts'

const DAY = [['patrols', 'day'], { input: {}, type: 'query' }]
const PEOPLE = [['people', 'list'], { input: {}, type: 'query' }]

async function staleAfter(path: [string, string]): Promise<unknown[]> {
  const client = createQueryClient({ onCommandFailed: () => {}, onSignedOut: () => {} })
  for (const key of [DAY, PEOPLE]) client.setQueryData(key, {})
  const mutation = client.getMutationCache().build(client, { mutationKey: [path], mutationFn: async () => ({}) })
  await mutation.execute(undefined)
  const stale = client
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.isInvalidated)
  client.clear()
  return stale.map(({ queryKey }) => queryKey)
}

it('refreshes the feature of a command', async () => {
  expect(await staleAfter(['patrols', 'submit'])).toEqual([DAY])
  expect(await staleAfter(['people', 'edit'])).toEqual([PEOPLE])
})

it('leaves the feature alone where the contract announces something narrower', async () => {
  expect(await staleAfter(['patrols', 'answer'])).toEqual([])
})
