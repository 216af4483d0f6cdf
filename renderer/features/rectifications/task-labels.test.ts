import { expect, it } from 'vitest'
import { lastReturn, severityTone } from './task-labels.ts'

it('is red only for a critical fault that is not settled', () => {
  expect(severityTone({ severity: 'critical', state: 'doing' })).toBe('red')
  expect(severityTone({ severity: 'critical', state: 'closed' })).toBe('neutral')
  expect(severityTone({ severity: 'major', state: 'doing' })).toBe('amber')
})

it('says why work came back until it is handed in again', () => {
  const step = (from: 'doing' | 'submitted' | 'returned', to: typeof from, note: string | null = null) => ({
    at: 1,
    by: '林予安',
    from,
    to,
    note,
    photos: [],
    rule: null,
    redo: [],
  })
  const sentBack = [
    step('doing', 'submitted', '换了'),
    step('submitted', 'returned', '看不清'),
    step('returned', 'doing'),
  ]
  expect(lastReturn(sentBack)?.note).toBe('看不清')
  expect(lastReturn([...sentBack, step('doing', 'submitted', '重拍')])).toBeUndefined()
})
