import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { bytesOf, readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'
import { AppError } from '../../shared/errors.ts'
import { proved } from '../harness/proved.ts'

type Entry = [name: string, content: Buffer | string]
const SHEET = 'xl/worksheets/sheet1.xml'
const WORKBOOK: Entry[] = [
  ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
  ['_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'],
  ['xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'],
  [
    'xl/_rels/workbook.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ],
]

async function zipOf(entries: Entry[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function workbookWith(sheet: Buffer | string, more: Entry[] = []): Promise<Buffer> {
  return zipOf([...WORKBOOK, [SHEET, sheet], ...more])
}

/** Rewrites the inflated size of one entry in its local header and in the directory. */
function lieAboutSize(zip: Buffer, name: string, size: number): Buffer {
  const lied = Buffer.from(zip)
  const label = Buffer.from(name)
  for (let at = lied.indexOf(label); at >= 0; at = lied.indexOf(label, at + 1)) {
    if (lied.readUInt32LE(Math.max(0, at - 46)) === 0x02014b50) lied.writeUInt32LE(size, at - 46 + 24)
    if (lied.readUInt32LE(Math.max(0, at - 30)) === 0x04034b50) lied.writeUInt32LE(size, at - 30 + 22)
  }
  return lied
}

function renameEntry(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1').replaceAll(from, to)
  return Buffer.from(text, 'latin1')
}

function cells(row: string): string {
  return `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${row}</v></c></row></sheetData></worksheet>`
}

/** What a person is told, and that it takes less than a second of work and 100 MB. */
async function refusal(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  const memory = process.memoryUsage().rss
  const start = process.cpuUsage()
  const reason = await readTable(bytes, name).then(
    () => 'accepted',
    (error) => error.detail?.reason ?? `not an AppError: ${error}`,
  )
  const { user, system } = process.cpuUsage(start)
  const isCheap = (user + system) / 1000 < 1000 && process.memoryUsage().rss - memory < 100_000_000
  proved({ id: 'S7', runs: 1, bad: Number(!isCheap || reason === 'accepted') })
  return reason
}

describe('bombs', () => {
  it('refuses one huge cell by its ratio', async () => {
    const bomb = await workbookWith(Buffer.alloc(60_000_000, 'a'))
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toBe('fileHostile')
  })

  it('refuses many parts that are modest one by one', async () => {
    const part = Buffer.alloc(990_000, 'a')
    const parts = Array.from({ length: 250 }, (_, index): Entry => [`xl/media/image${index}.bin`, part])
    expect(await refusal(await workbookWith(cells('x'), parts))).toBe('fileHostile')
  })

  it.each([
    ['smaller than it is', 1000],
    ['larger than it is', 900_000],
  ])('refuses a part that says it is %s', async (_case, size) => {
    const zip = await workbookWith(cells('x'), [['xl/media/image1.bin', Buffer.alloc(500_000, 'a')]])
    expect(await refusal(lieAboutSize(zip, 'xl/media/image1.bin', size))).toBe('fileHostile')
  })

  it('refuses a sheet that says it is small', async () => {
    const zip = await workbookWith(Buffer.alloc(90_000_000, 'a'))
    expect(await refusal(lieAboutSize(zip, SHEET, 5000))).toBe('fileHostile')
  })

  it('refuses more than 2,000 entries', async () => {
    const parts = Array.from({ length: 2001 }, (_, index): Entry => [`xl/media/${index}.txt`, 'x'])
    expect(await refusal(await workbookWith(cells('x'), parts))).toBe('fileHostile')
  })

  it('refuses a zip within the zip', async () => {
    const inner = await zipOf([['bomb.xml', Buffer.alloc(1_000_000)]])
    expect(await refusal(await workbookWith(cells('x'), [['xl/inner.zip', inner]]))).toBe('fileHostile')
  })

  it('refuses two entries of one name', async () => {
    const zip = await workbookWith(cells('x'), [['xl/worksheets/sheet9.xml', cells('y')]])
    expect(await refusal(renameEntry(zip, 'sheet9.xml', 'sheet1.xml'))).toBe('fileHostile')
  })

  it.each(['../../../evil.txt', '/etc/evil_1.txt', 'C:/windows/evil'])('refuses the path %s', async (path) => {
    const stand = 'x'.repeat(path.length)
    const zip = await workbookWith(cells('x'), [[stand, 'x']])
    expect(await refusal(renameEntry(zip, stand, path))).toBe('fileHostile')
  })

  it.each([
    ['elements nested without end', `<worksheet>${'<a>'.repeat(100_000)}`],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "cccc">]>${cells('&b;')}`],
  ])('refuses %s', async (_case, sheet) => {
    expect(await refusal(await workbookWith(sheet))).toBe('fileHostile')
  })

  it.each([
    ['more rows than one import takes', 60_000, 1],
    ['more cells than memory should hold', 1_100, 1_000],
  ])('refuses %s', async (_case, rows, columns) => {
    const row = (at: number) =>
      `<row r="${at}">${Array.from({ length: columns }, (_, column) => `<c><v>${at * column * 7919}</v></c>`).join('')}</row>`
    const many = Array.from({ length: rows }, (_, index) => row(index + 1)).join('')
    const bytes = await workbookWith(`<worksheet><sheetData>${many}</sheetData></worksheet>`)
    await expect(readTable(bytes, 'a.xlsx')).rejects.toMatchObject({ detail: { reason: 'fileTooManyRows' } })
  })

  it('reads past rows that are only formatted and cells far to the right', async () => {
    const blank = Array.from({ length: 60_000 }, (_, index) => `<row r="${index + 2}" ht="${index % 97}"/>`).join('')
    const far = '<row r="70000"><c r="XFD70000"><v>1</v></c></row>'
    const bytes = await workbookWith(cells('甲').replace('</sheetData>', `${blank}${far}</sheetData>`))
    expect((await readTable(bytes, 'a.xlsx')).sheets[0]?.rows).toHaveLength(1)
  })

  it('refuses a row number no sheet has', async () => {
    const row = '<row r="999999999"><c r="A999999999"><v>5</v></c></row>'
    expect(await refusal(await workbookWith(`<worksheet><sheetData>${row}</sheetData></worksheet>`))).toMatch(/^file/)
  })

  it.each([
    ['a merge of all cells', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', ''],
    [
      'a list for all cells',
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>',
      '',
    ],
    ['a width for a billion columns', '', '<cols><col min="1" max="999999999" width="9"/></cols>'],
  ])('reads past %s', async (_case, after, before) => {
    const sheet = cells('甲')
      .replace('</sheetData>', `</sheetData>${after}`)
      .replace('<sheetData>', `${before}<sheetData>`)
    expect((await readTable(await workbookWith(sheet), 'a.xlsx')).sheets[0]?.rows[0]?.[0]?.text).toBe('甲')
  })
})

describe('files that are something else', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])
  it.each([
    ['an old workbook', Buffer.concat([ole, Buffer.from('Workbook', 'utf16le')]), 'fileOldXls'],
    ['a workbook with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'fileEncrypted'],
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['blank lines', Buffer.from('\r\n\r\n'), 'fileEmpty'],
    ['a web page', Buffer.from('\uFEFF<html><table><tr><td>姓名</td></tr></table></html>'), 'fileWebPage'],
    ['a PDF', Buffer.from('%PDF-1.7 \n%äüö'), 'fileNotSpreadsheet'],
    ['a program', Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 37) % 256)), 'fileNotSpreadsheet'],
    ['half a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'fileDamaged'],
  ])('says so for %s', async (_case, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })

  it('says so for a Word file, an encrypted entry and an empty workbook', async () => {
    expect(await refusal(await zipOf([['word/document.xml', '<a/>']]))).toBe('fileNotSpreadsheet')
    const zip = await workbookWith(cells('x'))
    for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) zip[at + 8] = 1
    expect(await refusal(zip)).toBe('fileEncrypted')
    expect(await refusal(await workbookWith('<worksheet><sheetData/></worksheet>'))).toBe('fileEmpty')
  })

  it('says so for a workbook cut off anywhere', async () => {
    const columns = [{ header: '姓名', kind: 'text' as const }]
    const whole = await writeTable({ sheets: [{ name: 'a', columns, rows: [['沈望舒']] }] })
    for (let part = 1; part < 10; part++) {
      const cut = whole.slice(0, Math.floor((whole.length * part) / 10))
      expect(await refusal(cut)).toBe('fileDamaged')
    }
  })
})

describe('a damaged file', () => {
  it('is either read or refused with a sentence, whatever bytes are wrong', async () => {
    const columns = [
      { header: '姓名', kind: 'text' as const },
      { header: '入行时间', kind: 'day' as const },
    ]
    const rows = Array.from({ length: 20 }, (_, index) => [`某${index}`, '2026-10-08'])
    const whole = await writeTable({ sheets: [{ name: 'a', columns, rows }] })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = whole.slice()
        for (const [at, value] of changes) bytes[at] = value
        await readTable(bytes, 'a.xlsx').catch((error) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 150 },
    )
  })

  it('of random bytes never fails without a sentence', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 })
    const sign = fc.constantFrom(
      [],
      [0x50, 0x4b],
      [0x50, 0x4b, 5, 6],
      [0xff, 0xfe],
      [0xef, 0xbb, 0xbf],
      [0xd0, 0xcf, 0x11, 0xe0],
    )
    await fc.assert(
      fc.asyncProperty(sign, bytes, async (start, rest) => {
        const file = new Uint8Array([...start, ...rest])
        await readTable(file, 'a.csv').catch((error) => expect(error).toBeInstanceOf(AppError))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a file of 100 MB', () => {
  it('is refused by its size, before it is read', async () => {
    expect(await refusal(new Uint8Array(100_000_000))).toBe('fileTooLarge')
    const file = {
      size: 100_000_000,
      type: '',
      arrayBuffer: () => Promise.reject(new Error('must not be read')),
    }
    await expect(bytesOf(file)).rejects.toMatchObject({
      detail: { reason: 'fileTooLarge', params: { megabytes: 100, limit: 20 } },
    })
  })
})
