import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { renew } from './renew.ts'

const KEY = ['reading']

it('keeps what was answered where an earlier reading comes after it, and reads anew', async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const answers: ((step: number) => void)[] = []
  const reading = new QueryObserver(cache, {
    queryKey: KEY,
    queryFn: () => new Promise<number>((resolve) => answers.push(resolve)),
    initialData: 1,
  })
  const leave = reading.subscribe(() => {})
  const seen: (number | undefined)[] = []
  reading.subscribe(({ data }) => seen.push(data))
  void cache.invalidateQueries({ queryKey: KEY })
  renew(cache, KEY, () => cache.setQueryData(KEY, 3))
  answers[0]?.(2)
  await new Promise((resolve) => setTimeout(resolve))
  expect(cache.getQueryData(KEY)).toBe(3)
  expect(seen).not.toContain(2)
  expect(answers).toHaveLength(2)
  answers[1]?.(4)
  await expect.poll(() => cache.getQueryData(KEY)).toBe(4)
  leave()
  cache.clear()
})
