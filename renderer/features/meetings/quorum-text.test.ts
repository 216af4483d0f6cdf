import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../shared/contract/meetings.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { quorumText } from './quorum-text.ts'

describe('who is there', () => {
  const of = (isCalled: boolean, captures: string[]) =>
    quorumText(
      {
        meeting: { isCalled },
        template: { steps: [{ captures }] },
        quorum: { present: 12, due: 13, needed: 7, isReached: true },
      } as unknown as Meeting,
      translatorFor('zh-CN'),
    )

  it('is counted once called, waited for where a step calls the roll, and not asked where none does', () => {
    expect(of(true, ['attendance'])).toBe('到会 12 / 应到 13')
    expect(of(false, ['attendance'])).toBe('应到 13 人，还没点到')
    expect(of(false, ['focus-items'])).toBe('应到 13 人，本会不点名')
  })
})
