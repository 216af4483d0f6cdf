import { describe, expect, it } from 'vitest'
import { nextHost } from './meeting-host.ts'

const people = (...ids: number[]) => ids.map((id) => ({ id, isAbsent: false }))

describe('who hosts next', () => {
  it.each([
    ['the first of all where nobody has yet', people(1, 2, 3), [], 1],
    ['nobody twice in a row', people(1, 2), [{ on: '2026-11-02', host: 1 }], 2],
    [
      'who has hosted least this month',
      people(1, 2, 3),
      [
        { on: '2026-11-02', host: 1 },
        { on: '2026-11-03', host: 2 },
        { on: '2026-11-04', host: 1 },
      ],
      3,
    ],
    [
      'of those whose turn is longest ago',
      people(1, 2, 3),
      [
        { on: '2026-10-29', host: 3 },
        { on: '2026-10-30', host: 2 },
        { on: '2026-11-02', host: 1 },
      ],
      3,
    ],
    ['passes over the absent', [{ id: 1, isAbsent: true }, ...people(2)], [], 2],
    ['takes the same again only where there is nobody else', people(1), [{ on: '2026-11-02', host: 1 }], 1],
    ['nobody where nobody is there', [{ id: 1, isAbsent: true }], [], null],
  ])('%s', (_rule, candidates, earlier, host) => {
    expect(nextHost(candidates, earlier, '2026-11')).toBe(host)
  })

  it.each([3, 7, 12])('has every one of %i host within a month, and nobody twice in a row', (count) => {
    const ids = Array.from({ length: count }, (_, index) => index + 1)
    const held: { on: string; host: number }[] = []
    for (let day = 1; day <= 21; day++) {
      const host = nextHost(people(...ids), held, '2026-11')
      expect(host).not.toBe(held.at(-1)?.host)
      held.push({ on: `2026-11-${String(day).padStart(2, '0')}`, host: host ?? 0 })
    }
    expect(new Set(held.map(({ host }) => host)).size).toBe(count)
  })
})
