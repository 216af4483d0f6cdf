import { expect, it } from 'vitest'
import { taskText } from './task-text.ts'

const itemText = { zh: '叫号机正常', en: 'Queue machine works' }

it.each([
  ['names the item before the note on it', { itemText, description: '破损' }, { what: '叫号机正常', note: '破损' }],
  ['says a fail without a note once', { itemText, description: '叫号机正常' }, { what: '叫号机正常', note: '' }],
  ['takes the words of the finder', { itemText: null, description: '笔没水' }, { what: '笔没水', note: '' }],
])('%s', (_name, task, text) => expect(taskText(task, 'zh-CN')).toEqual(text))

it('says a fail without a note once in English too', () => {
  expect(taskText({ itemText, description: '叫号机正常' }, 'en')).toEqual({ what: 'Queue machine works', note: '' })
})
