import { expect, it } from 'vitest'
import { countCharacters, figuresIn, formsOfText, unknownFigures } from './story-figures.ts'

it.each([
  ['2026-10-12', ['D:2026-10-12']],
  ['2026年3月5日和10月12日', ['D:2026-03-05', 'M:10-12']],
  ['合格率98.10%（53/54）', ['N:98.1%', 'N:53', 'N:54']],
  ['整改单YZ-NP-03-2026-0225用1,234.5小时', ['C:YZ-NP-03-2026-0225', 'N:1234.5']],
  ['二十三次、三条、百分之九十八点五', ['N:23', 'N:3', 'N:98.5%']],
  ['一次做好，万无一失，二号窗口', []],
])('finds the figures of %s', (text, forms) => {
  expect(figuresIn(text).map(({ form }) => form)).toEqual(forms)
})

it('knows a day by its month and date as well, and marks what nothing holds where it stands', () => {
  const known = new Set(formsOfText('2026-10-12 98.1%'))
  expect(unknownFigures('10月12日合格率98.1%，改好十五件', known)).toEqual([{ text: '十五', at: 17, form: 'N:15' }])
})

it.each([
  ['晨巡', 2],
  ['合格率 98.1%，好。', 7],
  ['two words', 2],
  ['', 0],
])('counts the characters of %s', (text, count) => {
  expect(countCharacters(text)).toBe(count)
})
