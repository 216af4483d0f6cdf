import { expect, it } from 'vitest'
import { figureText } from './evidence-figure.ts'

it('writes a share with its parts, a count plain, and nothing where nothing was counted', () => {
  expect(figureText({ unit: 'rate', value: 0.98765, part: 80, of: 81 })).toBe('98.8%(80/81)')
  expect(figureText({ unit: 'count', value: 3, part: null, of: null })).toBe('3')
  expect(figureText({ unit: 'rate', value: null, part: 0, of: 0 })).toBe('')
  expect(figureText(null)).toBe('')
  expect(figureText({ unit: 'rate', value: 0.98765, part: 1_000_080, of: 10_000_810 })).toBe('98.8%')
})
