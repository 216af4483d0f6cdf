import { expect, it } from 'vitest'
import { choiceOf } from './early-choice.ts'

const options = [
  '何秋实 heqiushi hqs',
  '王晓明 wangxiaoming',
  '王晓红 wangxiaohong',
  '许一诺 xuyinuo',
  '齐山 qishan qs',
].map((words) => ({
  value: words,
  words,
}))

it.each([
  ['Enter takes the first of several', ' WangXiao ', true, '王晓明 wangxiaoming'],
  ['Enter takes whose words begin so before who only holds it', 'qs', true, '齐山 qishan qs'],
  ['leaving the field takes none of several', 'wangxiao', false, undefined],
  ['leaving the field takes the only one', 'XuYi', false, '许一诺 xuyinuo'],
  ['nobody is taken for words of nobody', 'chen', true, undefined],
  ['nobody is taken for no words', ' ', false, undefined],
])('%s', (_name, words, isEntered, value) => {
  expect(choiceOf(options, words, isEntered)?.value).toBe(value)
})
