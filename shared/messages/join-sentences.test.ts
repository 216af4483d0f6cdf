import { expect, it } from 'vitest'
import { joinSentences } from './join-sentences.ts'

it('puts a space between sentences, but none after a Chinese full stop', () => {
  expect(joinSentences('没有保存任何改动。', '', '请改好后再保存。')).toBe('没有保存任何改动。请改好后再保存。')
  expect(joinSentences('Nothing was saved.', 'Save again.')).toBe('Nothing was saved. Save again.')
})
