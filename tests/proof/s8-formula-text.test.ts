import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../electron/service/spreadsheets/csv.ts'
import { unpackOwn } from '../../electron/service/spreadsheets/unpack.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'
import { proved } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

/** The ways a text can pass for a formula. */
const LEADING = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\0=', '＝', '＋', '－', '＠', ' =', '"=', '\uFEFF=', "'="]
const ANSWER = 41_976
const TEXTS = LEADING.flatMap((lead) => [`${lead}212*198`, `${lead}SUM(40000;1976)`, `${lead}cmd|' /C calc'!A0`])
const reason = missing('soffice') ?? whyNoCalc()

describe('S8 hands no text over as a formula', () => {
  it('in the XML of a workbook: every cell is a string and none has a formula', async () => {
    const parts = await unpackOwn(await workbook())
    const sheets = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
    expect(sheets.length).toBeGreaterThan(0)
    const formulas = sheets.flatMap((xml) => xml.match(/<f[ >]/g) ?? [])
    const numbers = sheets.flatMap((xml) => xml.match(/<c r="A\d+"(?![^>]*t="(?:s|inlineStr|str)")[^>]*><v>/g) ?? [])
    proved({ id: 'S8', runs: TEXTS.length, bad: formulas.length + numbers.length })
  })

  it('in a CSV file: every such field is guarded', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(TEXTS.map((value) => ['x', value])))
    const fields = text.split(/\r\n(?=x,)/).map((line) => line.replace(/^\uFEFF?x,"?/, ''))
    expect(fields).toHaveLength(TEXTS.length)
    proved({ id: 'S8', runs: TEXTS.length, bad: fields.filter((field) => !field.startsWith("'")).length })
  })

  it.skipIf(reason)(
    `as LibreOffice reads both${reason ? ` (${reason})` : ''}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'chenxun-formula-'))
      writeFileSync(join(folder, 'a.xlsx'), await workbook())
      writeFileSync(join(folder, 'b.csv'), writeCsv(TEXTS.map((value) => [value])))
      let evaluated = 0
      for (const name of ['a.xlsx', 'b.csv']) {
        readAsCalc(folder, name)
        const seen = readFileSync(join(folder, name.replace(/\..*/, '.txt')), 'utf8')
        evaluated += seen.split(/\r?\n/).filter((line) => line.replaceAll(/["\s]/g, '') === String(ANSWER)).length
      }
      proved({ id: 'S8', runs: 2 * TEXTS.length, bad: evaluated })
    },
    120_000,
  )
})

/** Writes beside a table what LibreOffice reads in it, as text. */
function readAsCalc(folder: string, name: string): void {
  const filter = 'txt:Text - txt - csv (StarCalc)'
  const from = ['--headless', '--convert-to', filter, '--outdir', folder, join(folder, name)]
  execFileSync('soffice', from, { stdio: 'ignore' })
}

/** Its parts are installed one by one: a machine may have the one for letters only. */
function whyNoCalc(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-formula-'))
  writeFileSync(join(folder, 'probe.csv'), '1')
  try {
    readAsCalc(folder, 'probe.csv')
  } catch {
    // Says so by its exit code, or only by writing nothing.
  }
  return existsSync(join(folder, 'probe.txt')) ? undefined : 'LibreOffice without Calc'
}

async function workbook(): Promise<Uint8Array> {
  const columns = [{ header: '备注', kind: 'text' as const }]
  return writeTable({ sheets: [{ name: '表', columns, rows: TEXTS.map((value) => [value]) }] })
}
