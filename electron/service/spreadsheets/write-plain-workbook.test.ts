import { expect, it } from 'vitest'
import { readTable } from './read-table.ts'
import { writePlainWorkbook } from './write-plain-workbook.ts'

it('writes values that a spreadsheet reads back as they are, formulas as text', async () => {
  const rows = [
    ['=1+1', 7, null, '柳岸 <&> "路"'],
    ['@x\u0001\ud800', 1.5, 'a', ''],
  ]
  const bytes = await writePlainWorkbook([
    { name: '人员', header: ['a', 'b', 'c', 'd'], rows },
    { name: '人员', header: ['x'], rows: [] },
  ])
  const { sheets } = await readTable(bytes, 'plain.xlsx')
  expect(sheets.map(({ name }) => name)).toEqual(['人员', '人员 2'])
  expect(JSON.stringify(sheets[0])).toContain('=1+1')
  expect(JSON.stringify(sheets[0])).toContain('柳岸 <&> \\"路\\"')
})
