import { expect, it } from 'vitest'
import { ERROR_CODES } from '../../shared/errors.ts'
import { translatorFor } from '../../shared/messages/translator.ts'
import { describeError, describeFields } from './describe-error.ts'

const t = translatorFor('zh-CN')

it('says what happened, what is safe and what to do next', () => {
  const error = { code: 'conflict', data: { reason: 'conflict' } }
  expect(describeError(error, t)).toEqual({
    code: 'conflict',
    what: '别人刚刚改过同一条内容',
    safe: '你的这次改动没有保存，对方的已保存。',
    next: '请看过最新内容后再改。',
    incident: undefined,
  })
})

it.each(ERROR_CODES)('has words for %s in both languages', (code) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { what, safe, next } = describeError({ code, data: { reason: 'internal' } }, translatorFor(language))
    for (const sentence of [what, safe, next]) expect(sentence).not.toMatch(/^error/)
  }
})

it('falls back to the general sentence for a reason it does not know', () => {
  expect(describeError({ code: 'conflict', data: { reason: 'neverHeardOf' } }, t).what).toBe(t('errors.internal'))
})

it.each([
  [new Error('boom'), 'internal'],
  ['text', 'internal'],
  [undefined, 'internal'],
  [new DOMException('closed', 'AbortError'), 'service-unavailable'],
  [new DOMException('late', 'TimeoutError'), 'timed-out'],
])('takes %o for %s', (error, code) => {
  expect(describeError(error, t).code).toBe(code)
})

it('keeps the incident number', () => {
  expect(describeError({ code: 'internal', data: { reason: 'internal', incident: 'A17' } }, t).incident).toBe('A17')
})

it('puts a sentence under each refused field', () => {
  const error = {
    code: 'invalid-input',
    data: { reason: 'invalidInput', fields: { name: 'required', code: 'tooLong' } },
  }
  expect(describeFields(error, t)).toEqual({ name: '这里必须填写', code: '太长了，请缩短' })
})
