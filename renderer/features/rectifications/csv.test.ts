import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it('quotes what would break a cell and guards what would run', () => {
  expect(csvOf(['a', 'b'], [['x "y", z', '=HYPERLINK("http://x")']])).toBe(
    '\uFEFF"a","b"\r\n"x ""y"", z","\'=HYPERLINK(""http://x"")"\r\n',
  )
})
