import { expect, it } from 'vitest'
import { tipOf } from './chart-theme.ts'

it('shows names and values of all series at a point', () => {
  expect(
    tipOf([
      { name: '11月', seriesName: '完成率', value: 98.1 },
      { name: '11月', seriesName: '目标', value: ['11月', 95] },
    ]),
  ).toBe('11月<br>完成率 98.1<br>目标 95')
})

it('escapes whatever people typed', () => {
  expect(tipOf({ name: '<img src=x onerror=alert(1)>', seriesName: '"a"', value: "'" })).toBe(
    '&lt;img src=x onerror=alert(1)&gt;<br>&quot;a&quot; &#39;',
  )
})
