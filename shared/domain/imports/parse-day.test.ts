import { describe, expect, it } from 'vitest'
import { parseDay, parseDayText } from './parse-day.ts'

describe('days', () => {
  it.each([
    ['2019/3/4', '2019-03-04'],
    ['2019-03-04', '2019-03-04'],
    ['2019.3.4', '2019-03-04'],
    ['2019。3。4', '2019-03-04'],
    ['2019年3月4日', '2019-03-04'],
    ['2019 年 3 月 4 日', '2019-03-04'],
    ['２０１９／３／４', '2019-03-04'],
    ['２０１９年３月４日', '2019-03-04'],
    ['20190304', '2019-03-04'],
    ['19/3/4', '2019-03-04'],
    ['98.7.1', '1998-07-01'],
    ['2019年3月4日 星期一', '2019-03-04'],
    ['二〇一九年三月四日', '2019-03-04'],
    ['二○一九年十二月二十一日', '2019-12-21'],
    ['4 Mar 2019', '2019-03-04'],
    ['March 4, 2019', '2019-03-04'],
    ['25/12/2019', '2019-12-25'],
    ['43528', '2019-03-04'],
    ['\u00A02019-03-04\u3000', '2019-03-04'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, day) => {
    expect(parseDayText(text)).toEqual({ outcome: 'day', moment: { day } })
  })

  it.each([
    ['2026-10-08 08:05', 485],
    ['2026/10/8 8:05', 485],
    ['2026-10-08T08:05:00', 485],
    ['2026年10月8日下午3点20分', 920],
    ['202610080805', 485],
  ])('reads the time of %s', (text, minute) => {
    expect(parseDayText(text)).toEqual({ outcome: 'day', moment: { day: '2026-10-08', minute } })
  })

  it.each(['2026-02-30', '2026年13月1日', '20260231', '2025-02-29', '2026/4/31', '2026-10-08 25:00', '３１/３１/2026'])(
    'says that %s does not exist',
    (text) => expect(parseDayText(text)).toEqual({ outcome: 'problem', kind: 'impossible-date' }),
  )

  it.each(['2016', '2016年7月', '上周', '3/4/2019', '12', '10月8日'])('does not guess %s', (text) => {
    expect(parseDayText(text)).toEqual({ outcome: 'problem', kind: 'unreadable-date' })
  })

  it.each(['', '/', '—', '长期', '无', ' '])('takes %j for empty', (text) => {
    expect(parseDayText(text)).toEqual({ outcome: 'empty' })
  })

  it('takes the year of a title for 10月8日, and numbers as days of the workbook', () => {
    expect(parseDayText('10月8日', 2026)).toMatchObject({ moment: { day: '2026-10-08' } })
    expect(parseDay({ kind: 'number', text: '43528', number: 43_528.25 })).toMatchObject({
      moment: { day: '2019-03-04', minute: 360 },
    })
    expect(parseDay({ kind: 'number', text: '20190230', number: 20_190_230 })).toMatchObject({
      kind: 'impossible-date',
    })
  })
})
