import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proved } from '../harness/proved.ts'

const ROOT = join(import.meta.dirname, '../..')
const LIST = join(ROOT, 'tests/security/asvs.md')

/** Level 1 of ASVS 5.0, as far as it fits a console without a server. */
const FITTING =
  `1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.2 3.5.1 3.5.2 3.5.3
  4.1.1 5.2.1 5.2.2 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3
  7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 11.3.2 11.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1`.split(/\s+/)
const SHORTEST_REASON = 30
const SUITES: Record<string, string> = {
  integration: 'tests/integration/*.test.ts',
  proof: 'tests/proof/*.test.ts',
  e2e: 'tests/e2e/*.e2e.ts',
}

interface Line {
  items: string[]
  heldBy: string
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line) => line.split(' | '))
    .filter(([first = '']) => /^\| \d/.test(first))
    .map(([items = '', _asks, ...heldBy]) => ({
      items: items.replace(/^\| /, '').split(', '),
      heldBy: heldBy.join(' | ').replace(/ \|$/, '').trim(),
    }))
}

/** Files that a line names: `integration/x`, and anything in backticks that is a path of the project. */
function namedIn(heldBy: string): string[] {
  const tests = [...heldBy.matchAll(/\b(integration|proof|e2e)\/([\w-]+)/g)].map(([, suite = '', name = '']) =>
    (SUITES[suite] ?? '').replace('*', name),
  )
  const paths = [...heldBy.matchAll(/`((?:shared|electron|renderer|tests)\/[\w./-]+)`/g)].map(([, path = '']) => path)
  return [...tests, ...paths]
}

function faultsOf({ items, heldBy }: Line): string[] {
  const named = namedIn(heldBy)
  const missing = named.filter((path) => !existsSync(join(ROOT, path)))
  const isReason = named.length === 0 && heldBy.length < SHORTEST_REASON
  return [
    ...missing.map((path) => `${items.join()} names ${path}, which is not there`),
    ...(isReason ? [`${items.join()} has neither a test nor a reason: ${heldBy}`] : []),
  ]
}

describe('S17 ASVS 5.0 level 1, item by item', () => {
  const lines = linesOf(readFileSync(LIST, 'utf8'))

  it('S17 holds every fitting item by a test that is there or by a written reason', () => {
    const known = lines.flatMap(({ items }) => items)
    const undecided = FITTING.filter((item) => !known.includes(item))
    const faults = lines.flatMap(faultsOf)
    expect(FITTING).toHaveLength(52)
    expect(new Set(known).size).toBe(known.length)
    expect([...undecided, ...faults]).toEqual([])
    proved({ id: 'S17', runs: known.length, bad: undecided.length + faults.length })
  })

  it('S17 finds a test that went away and a reason that is none', () => {
    expect(faultsOf({ items: ['9.9.9'], heldBy: 'proof/s99-never-was' })).toHaveLength(1)
    expect(faultsOf({ items: ['9.9.9'], heldBy: 'fine' })).toHaveLength(1)
    expect(faultsOf({ items: ['9.9.9'], heldBy: 'proof/s17-asvs' })).toEqual([])
  })
})
