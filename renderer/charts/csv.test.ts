import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it('quotes words, keeps numbers, disarms formulas', () => {
  expect(
    csvOf(
      ['项', '数'],
      [
        ['他说"好"', 3],
        ['=1+1', -2],
      ],
    ),
  ).toBe('\uFEFF"项","数"\r\n"他说""好""",3\r\n"\'=1+1",-2\r\n')
})
