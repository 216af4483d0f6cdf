import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../electron/service/spreadsheets/csv.ts'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'

/** trust.md-style list of the ways a text can pass for a formula. */
const LEADING = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' =', '"=', '\uFEFF=', "'="]
const RISKY = LEADING.flatMap((lead) => [`${lead}1+1`, `${lead}cmd|' /C calc'!A0`, `${lead}SUM(A1:A2)`])

async function throughXlsx(values: string[]): Promise<string[]> {
  const columns = [{ header: '备注', kind: 'text' as const }]
  const bytes = await writeTable({ sheets: [{ name: '表', columns, rows: values.map((value) => [value]) }] })
  const { sheets } = await readTable(bytes, 'a.xlsx')
  return values.map((_, index) => sheets[0]?.rows[index + 1]?.[0]?.text ?? '')
}

async function throughCsv(values: string[]): Promise<string[]> {
  const { sheets } = await readTable(
    writeCsv([['备注', '序'], ...values.map((value, index) => [value, index])]),
    'a.csv',
  )
  return values.map((_, index) => sheets[0]?.rows[index + 1]?.[0]?.text ?? '')
}

describe('formula-like text', () => {
  it('comes back from a workbook as the same text', async () => {
    expect(await throughXlsx(RISKY)).toEqual(RISKY)
  })

  it('comes back from a CSV file as the same text', async () => {
    expect(await throughCsv(RISKY)).toEqual(RISKY)
  })

  it('never starts a CSV field with a sign a spreadsheet program evaluates', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(RISKY.map((value) => ['x', value])))
    const fields = text.split(/\r\n(?=x,)/).map((line) => line.replace(/^\uFEFF?x,"?/, ''))
    expect(fields).toHaveLength(RISKY.length)
    for (const field of fields) expect(field).toMatch(/^'/)
  })

  it('is written into a workbook without a single formula', async () => {
    const { Workbook } = await import('@cj-tech-master/excelts')
    const columns = [{ header: '备注', kind: 'text' as const }]
    const workbook = new Workbook()
    await workbook.xlsx.load(
      await writeTable({ sheets: [{ name: '表', columns, rows: RISKY.map((value) => [value]) }] }),
    )
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => expect(typeof cell.value).toBe('string')))
  })

  it('survives both ways whatever the text', async () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
    const risky = fc.tuple(fc.constantFrom(...LEADING), text).map(([lead, rest]) => lead + rest)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, risky), { minLength: 1, maxLength: 20 }), async (values) => {
        expect(await throughXlsx(values)).toEqual(values)
        expect(await throughCsv(values)).toEqual(values)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a table written and read again', () => {
  it('keeps days and times as local wall time', async () => {
    const bytes = await writeTable({
      sheets: [
        {
          name: '巡检',
          titleRows: ['2026年10月巡检', '云泽分行'],
          columns: [
            { header: '日期', kind: 'day' },
            { header: '时间', kind: 'datetime' },
            { header: '次数', kind: 'integer' },
            { header: '工号', kind: 'text' },
          ],
          rows: [
            ['2026-10-08', '2026-10-08 08:05', 3, '0012345'],
            ['未定', null, null, '0000001'],
          ],
        },
      ],
    })
    const [sheet] = (await readTable(bytes, 'a.xlsx')).sheets
    expect(sheet?.rows[0]?.map((cell) => cell.text)).toEqual(['2026年10月巡检'])
    expect(sheet?.rows[3]).toEqual([
      { kind: 'date', text: '2026-10-08', day: '2026-10-08' },
      { kind: 'date', text: '2026-10-08 08:05', day: '2026-10-08', minute: 485 },
      { kind: 'number', text: '3', number: 3 },
      { kind: 'text', text: '0012345' },
    ])
    expect(sheet?.rows[4]?.[0]?.text).toBe('未定')
  })

  it('gives every sheet a name Excel accepts', async () => {
    const sheet = { columns: [{ header: 'a', kind: 'text' as const }], rows: [['x']] }
    const names = ['a/b:c?[d]*', 'a/b:c?[d]*', '很'.repeat(40), '']
    const bytes = await writeTable({ sheets: names.map((name) => ({ ...sheet, name })) })
    const read = (await readTable(bytes, 'a.xlsx')).sheets.map((entry) => entry.name)
    expect(new Set(read).size).toBe(4)
    for (const name of read) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })
})

describe('cells as a person sees them', () => {
  it('reads formulas by value, formats with zeros, merged cells downwards, links and rich text', async () => {
    const { Workbook } = await import('@cj-tech-master/excelts')
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet('表')
    sheet.getCell('A1').value = { formula: '1+1', result: 2 }
    sheet.getCell('B1').value = 23299
    sheet.getCell('B1').numFmt = '0000000'
    sheet.getCell('C1').value = { text: '链接', hyperlink: 'https://example.com' }
    sheet.getCell('D1').value = { richText: [{ text: '合' }, { text: '格', font: { bold: true } }] }
    sheet.getCell('E1').value = { formula: 'A1&"x"', result: '=2x' }
    sheet.mergeCells('F1:G2')
    sheet.getCell('F1').value = '大堂'
    sheet.getCell('H1').value = new Date(Date.UTC(1899, 11, 30, 8, 5))
    sheet.getCell('H1').numFmt = 'h:mm'
    sheet.getCell('I1').value = 0.1 + 0.2
    const { sheets } = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx')
    const texts = sheets[0]?.rows.map((row) => row.map((cell) => cell.text))
    expect(texts?.[0]).toEqual(['2', '0023299', '链接', '合格', '=2x', '大堂', '', '08:05', '0.3'])
    expect(texts?.[1]?.[5]).toBe('大堂')
  })

  it.each([
    ['utf-8', new TextEncoder().encode('姓名,工号\r\n沈望舒,0055898\r\n')],
    ['utf-8', new TextEncoder().encode('\uFEFF姓名\t工号\n沈望舒\t0055898')],
    ['utf-16le', new Uint8Array(Buffer.from('\uFEFF姓名;工号\r\n沈望舒;0055898', 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from('\uFEFF姓名|工号\r\n沈望舒|0055898', 'utf16le').swap16())],
    [
      'gb18030',
      new Uint8Array([
        0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xa4, 0xba, 0xc5, 0x0a, 0xc9, 0xf2, 0xcd, 0xfb, 0xca, 0xe6, 0x2c, 0x30,
        0x30, 0x35, 0x35, 0x38, 0x39, 0x38,
      ]),
    ],
  ])('reads CSV in %s', async (encoding, bytes) => {
    const set = await readTable(bytes, '名册.csv')
    expect(set).toMatchObject({ format: 'csv', encoding, sheets: [{ name: '名册' }] })
    expect(set.sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['姓名', '工号'],
      ['沈望舒', '0055898'],
    ])
  })
})
