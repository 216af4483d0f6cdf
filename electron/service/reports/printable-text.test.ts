import { expect, it } from 'vitest'
import { withPrintableTexts } from './printable-text.ts'

it('takes out what XML forbids and keeps every other sign', () => {
  const given = {
    rows: [
      ['a\u0000b\u0008c\uFFFE', 3, null, '行一\n行二\t𠮷 😀'],
      ['\uD800x', true],
    ],
  }
  expect(withPrintableTexts(given)).toEqual({
    rows: [
      ['abc', 3, null, '行一\n行二\t𠮷 😀'],
      ['x', true],
    ],
  })
})
