import { describe, expect, it } from 'vitest'
import { holdersOf } from './decided-line.ts'

const ZONE = 'Asia/Shanghai'
const at = (on: string) => Date.parse(`${on}T17:00:00+08:00`)
const person = { uid: '00000000-0000-0000-0000-000000000001', name: '许一诺' }
const task = {
  uid: '00000000-0000-0000-0000-000000000002',
  ...{ no: 'A-2026-0001', isEnded: false, owner: '许一诺' as string | null, queue: null, dueAt: at('2026-11-26') },
}
const decided = { person, queue: null, dueOn: '2026-11-26', task }

describe('whose a decision is', () => {
  it('is said once while nothing has changed', () => {
    expect(holdersOf(decided, ZONE)).toEqual({
      said: { name: '许一诺', queue: null, dueOn: '2026-11-26' },
      now: null,
    })
  })

  it.each([
    ['another has it', { owner: '顾青禾' }, { name: '顾青禾', queue: null, dueOn: '2026-11-26' }],
    ['it has another day', { dueAt: at('2026-11-30') }, { name: '许一诺', queue: null, dueOn: '2026-11-30' }],
    [
      'it lies in a queue again',
      { owner: null, queue: 'ops-supervisor' as const },
      { name: null, queue: 'ops-supervisor', dueOn: '2026-11-26' },
    ],
  ])('keeps what was said and tells apart that %s', (_what, change, now) => {
    const read = holdersOf({ ...decided, task: { ...task, ...change } }, ZONE)
    expect(read).toEqual({ said: { name: '许一诺', queue: null, dueOn: '2026-11-26' }, now })
  })

  it('stays with the queue it was laid in, whoever took it', () => {
    const read = holdersOf({ ...decided, person: null, queue: 'ops-supervisor' }, ZONE)
    expect(read.said).toMatchObject({ name: null, queue: 'ops-supervisor' })
    expect(read.now).toMatchObject({ name: '许一诺', queue: null })
  })

  it('is what the task knows where an older line kept neither', () => {
    expect(holdersOf({ ...decided, person: null, dueOn: null }, ZONE)).toEqual({
      said: { name: '许一诺', queue: null, dueOn: '2026-11-26' },
      now: null,
    })
  })

  it('without a task is the person and the day', () => {
    expect(holdersOf({ ...decided, task: null }, ZONE)).toEqual({
      said: { name: '许一诺', queue: null, dueOn: '2026-11-26' },
      now: null,
    })
  })
})
