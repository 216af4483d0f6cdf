import { expect, it } from 'vitest'
import { kindByName } from './guess-kind.ts'

it.each([
  ['2026年花名册.xlsx', 'roster'],
  ['rectification-ledger.xlsx', 'ledger'],
  ['patrol-2026-10.csv', 'patrol'],
  ['巡检问题整改台账.xlsx', undefined],
  ['Book1.xlsx', undefined],
])('takes %s for %s', (name, kind) => {
  expect(kindByName(name)).toBe(kind)
})
