import { describe, expect, it } from 'vitest'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { ageText, formatSize } from './backup-words.ts'

const t = translatorFor('zh-CN')
const MINUTE = 60_000

describe('words about backups', () => {
  it.each([
    [null, '还没有'],
    [-5 * MINUTE, '刚刚'],
    [0.5 * MINUTE, '刚刚'],
    [59 * MINUTE, '59 分钟前'],
    [60 * MINUTE, '1 小时前'],
    [47.9 * 60 * MINUTE, '47 小时前'],
    [48 * 60 * MINUTE, '2 天前'],
  ])('says an age of %s as %s', (age, text) => {
    expect(ageText(age === null ? null : 1e12 - age, 1e12, t)).toBe(text)
  })

  it('says sizes in three digits', () => {
    expect([700_000, 7_266_304, 104_000_000, 2_300_000_000].map(formatSize)).toEqual([
      '0.7 MB',
      '7.3 MB',
      '104 MB',
      '2.3 GB',
    ])
  })
})
