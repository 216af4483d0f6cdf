import { expect, it } from 'vitest'
import { severityTone } from './task-labels.ts'

it('is red only for a critical fault that is not settled', () => {
  expect(severityTone({ severity: 'critical', state: 'doing' })).toBe('red')
  expect(severityTone({ severity: 'critical', state: 'closed' })).toBe('neutral')
  expect(severityTone({ severity: 'major', state: 'doing' })).toBe('amber')
})
