import { expect, it } from 'vitest'
import { nomineeText, periodText, pointsText } from './award-words.ts'

const NOMINEE = { kind: 'person', person: { uid: 'p', name: '许一诺' }, team: null, members: [] } as const

it('names the person, the team with its people, or the outlet', () => {
  expect(nomineeText({ ...NOMINEE, members: [] }, '柳岸路网点', '、')).toBe('许一诺')
  const members = [
    { uid: 'a', name: '甲' },
    { uid: 'b', name: '乙' },
  ]
  expect(nomineeText({ kind: 'team', person: null, team: '陪办组', members }, '柳岸路网点', '、')).toBe(
    '陪办组（甲、乙）',
  )
  expect(nomineeText({ kind: 'outlet', person: null, team: null, members: [] }, '柳岸路网点', '、')).toBe('柳岸路网点')
})

it('writes a period without repeating its year', () => {
  expect(periodText({ from: '2026-10-01', to: '2026-10-31' })).toBe('2026-10-01 – 10-31')
  expect(periodText({ from: '2025-12-29', to: '2026-01-04' })).toBe('2025-12-29 – 2026-01-04')
  expect(periodText({ from: '2026-10-01', to: '2026-10-01' })).toBe('2026-10-01')
})

it('writes points exactly, without idle zeros', () => {
  expect([90, 85.5, 76.125, 0].map(pointsText)).toEqual(['90', '85.5', '76.125', '0'])
})
