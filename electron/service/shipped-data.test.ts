import { expect, it } from 'vitest'
import { z } from 'zod'
import { readShipped } from './shipped-data.ts'

it('gives each schema its own reading of one file, parsed once', () => {
  let reads = 0
  const content = {
    bytes: () => new Uint8Array(),
    json() {
      reads++
      return { names: ['a', 'b'] }
    },
  }
  const Names = z.object({ names: z.array(z.string()) })
  const Count = Names.transform(({ names }) => names.length)
  for (let time = 0; time < 2; time++) {
    expect(readShipped(content, 'x.json', Names)).toEqual({ names: ['a', 'b'] })
    expect(readShipped(content, 'x.json', Count)).toBe(2)
  }
  expect(reads).toBe(2)
})
