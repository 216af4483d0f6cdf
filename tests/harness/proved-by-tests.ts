import { afterAll, afterEach } from 'vitest'
import { proved } from './proved.ts'

/** Every test of the block counts as one run of the proof, a failed one as a bad run. Call it within `describe`. */
export function provedByTests(id: string): void {
  let runs = 0
  let bad = 0
  afterEach(({ task }) => {
    runs++
    if (task.result?.state === 'fail') bad++
  })
  afterAll(() => proved({ id, runs, bad }))
}
