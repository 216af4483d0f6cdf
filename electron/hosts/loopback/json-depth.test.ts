import { describe, expect, it } from 'vitest'
import { isTooDeep } from './json-depth.ts'

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('the depth of a JSON text', () => {
  it.each([
    ['sixty-four levels', nested(64), false],
    ['one more', nested(65), true],
    ['many beside each other', `[${'{},'.repeat(1_000)}{}]`, false],
    ['brackets that are text', JSON.stringify({ note: '['.repeat(1_000) }), false],
    ['a text with escaped quotes before it', `{"a":"\\"[[","b":${nested(70)}}`, true],
    ['objects', '{"a":'.repeat(70), true],
  ])('%s', (_name, json, expected) => {
    expect(isTooDeep(json)).toBe(expected)
    expect(isTooDeep(new TextEncoder().encode(json))).toBe(expected)
  })

  it('does not look at the bytes that follow a message', () => {
    expect(isTooDeep(new Uint8Array([0x7b, 0x7d, 0xff, ...Array<number>(100).fill(0x5b)]))).toBe(false)
  })

  it('reads through two megabytes', () => {
    expect(isTooDeep(new TextEncoder().encode(`"${'x'.repeat(2_000_000)}"`))).toBe(false)
  })
})
