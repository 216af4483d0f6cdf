import { expect, it } from 'vitest'
import { relationsTo } from './task-relations.ts'

const TASK = { ownerStaff: 7, ownerQueue: 'cleaner', coOwner: null, verifier: null, foundBy: 3 }
const of = (staffId: number, role: string, task = TASK, queues: string[] = []) => [
  ...relationsTo(task, { staffId, role, queues }),
]

it('never lets the fixer verify', () => {
  expect(of(7, 'lobby-manager')).toEqual(['lobby-manager', 'owner'])
})

it('lets another lead verify, and a third look back', () => {
  expect(of(8, 'lobby-manager')).toContain('verifier-not-owner')
  expect(of(8, 'lobby-manager', { ...TASK, verifier: 8 } as never)).not.toContain('checker-other')
})

it('lets anybody of the queue take a task that nobody owns', () => {
  const queued = { ...TASK, ownerStaff: null } as never
  expect(of(9, 'teller', queued, ['cleaner'])).toContain('owner')
  expect(of(9, 'teller', queued, ['teller'])).not.toContain('owner')
})

it('knows who gave the answer that opened it', () => {
  expect(of(3, 'teller')).toEqual(['teller', 'answerer'])
})
