import { expect, it } from 'vitest'
import { parseReading, readingWords } from './reading-words.ts'

const READING = { label_zh: '最长等候', label_en: 'longest wait', unit_zh: '分钟', unit_en: 'min' }
const t = ((key: string, params: object) => `${key} ${JSON.stringify(params)}`) as never

it('names label, unit and the limit that the outlet has set', () => {
  const reading = { ...READING, max_parameter: 'longest' }
  expect(readingWords(reading, { longest: 20 }, 'zh-CN', t)).toEqual({
    label: '最长等候',
    unit: '分钟',
    limits: 'patrols.item.limitMax {"max":20,"unit":"分钟"}',
  })
  expect(readingWords(reading, {}, 'en', t)).toMatchObject({
    label: 'Longest wait',
    unit: 'min',
    limits: 'patrols.item.limitNone {"unit":"min"}',
  })
})

it.each([
  ['', null],
  ['12', 12],
  ['0，5', 0.5],
  ['soon', Number.NaN],
])('reads %j', (text, expected) => {
  expect(parseReading(text)).toEqual(expected)
})
