import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planDevices, planLedger, planPatrol, planRoster } from '../../electron/service/imports/import-plan.ts'
import { annotateProblems } from '../../electron/service/spreadsheets/annotate-problems.ts'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { templateOf } from '../../electron/service/spreadsheets/templates.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'
import type { SheetSet } from '../../shared/domain/imports/cell.ts'
import { FIELDS } from '../../shared/domain/imports/columns.ts'
import type { Known } from '../../shared/domain/imports/known.ts'
import { PROBLEM_KINDS, type Problem } from '../../shared/domain/imports/problem.ts'
import { problemText } from '../../shared/domain/imports/problem-text.ts'
import * as english from '../../shared/messages/en/imports.ts'
import * as chinese from '../../shared/messages/zh-CN/imports.ts'

const FOLDER = join(import.meta.dirname, 'imports-samples')
const checklist = JSON.parse(readFileSync('resources/checklists/outlet-standard.json', 'utf8'))
const KNOWN: Known = { people: [], items: checklist.items, zones: checklist.zones, rounds: checklist.rounds }

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)))
}

function lookUp(texts: typeof chinese | typeof english, key: string): string {
  const found = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], texts)
  return typeof found === 'string' ? found : ''
}

function say(problem: Problem, texts: typeof chinese | typeof english = chinese): string {
  return problemText(problem, (key, params) =>
    lookUp(texts, key).replace(/\{\{(\w+)\}\}/g, (hole, name) => String(params[name] ?? hole)),
  )
}

describe('sentences', () => {
  it.each([
    ['zh-CN', chinese],
    ['en', english],
  ])('exist in %s for every kind of problem and every column', (_language, texts) => {
    expect(Object.keys(texts.imports.problem).sort()).toEqual([...PROBLEM_KINDS].sort())
    for (const rule of Object.values(FIELDS).flat()) expect(lookUp(texts, `imports.column.${rule.field}`)).not.toBe('')
  })

  it('have their gaps filled for every problem of the samples', async () => {
    const roster = planRoster(await readTable(sample('roster.xlsx'), 'a.xlsx'), KNOWN)
    const ledger = planLedger(await readTable(sample('rectification-ledger.xlsx'), 'a.xlsx'), KNOWN)
    const patrol = planPatrol(await readTable(sample('patrol-2026-10.csv'), 'a.csv'), { ...KNOWN, items: [] })
    const lacking = planRoster(await readTable(sample('rectification-ledger.xlsx'), 'a.xlsx'), KNOWN, {
      sheet: '整改台账',
      headerRow: 2,
    })
    for (const problem of [roster, ledger, patrol, lacking].flatMap((plan) => plan.problems)) {
      for (const texts of [chinese, english]) expect(say(problem, texts)).toMatch(/^[^{}]+$/)
    }
  })

  it('have the same gaps in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    for (const kind of PROBLEM_KINDS) {
      expect(gaps(english.imports.problem[kind])).toEqual(gaps(chinese.imports.problem[kind]))
    }
    expect(Object.keys(english.fileErrors)).toEqual(Object.keys(chinese.fileErrors))
  })
})

describe('the same file with a red column', () => {
  it('keeps every cell of a workbook and says each problem in its row', async () => {
    const bytes = sample('roster.xlsx')
    const before = await readTable(bytes, 'roster.xlsx')
    const plan = planRoster(before, { people: [] })
    const options = { sheet: plan.sheet, headerRow: plan.header?.row }
    const annotated = await annotateProblems(bytes, 'roster.xlsx', plan.problems, say, options)
    const after = await readTable(annotated, 'roster.xlsx')
    const [sheet] = after.sheets
    expect(after.sheets.map((entry) => entry.name)).toEqual(['人员名册', '说明'])
    expect(
      before.sheets[0]?.rows.map((row, index) => (row.length > 0 ? sheet?.rows[index]?.slice(0, row.length) : [])),
    ).toEqual(before.sheets[0]?.rows)
    const column = 9
    expect(sheet?.rows[2]?.[column]?.text).toBe('问题')
    expect(sheet?.rows[14]?.[column]?.text).toBe('工号 23299 少了前面的 0，将按 0023299 保存')
    expect(sheet?.rows[20]?.[column]?.text).toMatch(/行长助理.+；.+2026-02-30/)
    const { Workbook } = await import('@cj-tech-master/excelts')
    const workbook = new Workbook()
    await workbook.xlsx.load(annotated)
    expect(workbook.worksheets[0]?.getCell(15, column + 1).font?.color?.argb).toBe('FFC00000')
    // Read again, the column is not taken for one of the roster's, and a second round renews it.
    const again = planRoster(after, { people: [] })
    expect(again.problems).toEqual(plan.problems)
    const twice = await readTable(
      await annotateProblems(annotated, 'a.xlsx', plan.problems.slice(0, 1), say, options),
      'a.xlsx',
    )
    expect(twice.sheets[0]?.rows[2]?.slice(column).map((cell) => cell.text)).toEqual(['问题'])
    expect(twice.sheets[0]?.rows[20]?.[column]).toBeUndefined()
  })

  it('turns a CSV file into a workbook with the same rows', async () => {
    const bytes = sample('patrol-2026-10.csv')
    const before = await readTable(bytes, 'patrol.csv')
    const plan = planPatrol(before, { ...KNOWN, people: [] })
    const unknownItems = plan.problems.filter((problem) => problem.kind === 'unknown-item')
    const annotated = await annotateProblems(bytes, 'patrol.csv', unknownItems, say, { headerRow: 1 })
    const after = await readTable(annotated, 'patrol.xlsx')
    expect(after.format).toBe('xlsx')
    const texts = (set: SheetSet) =>
      set.sheets[0]?.rows.map((row) => Array.from({ length: 6 }, (_, at) => row[at]?.text ?? ''))
    expect(texts(after)).toEqual(texts(before))
    expect(after.sheets[0]?.rows[76]?.[5]).toEqual({ kind: 'text', text: '=1+1' })
    expect(after.sheets[0]?.rows[136]?.[6]?.text).toContain('旧版项目：日终结账双人')
    expect(planPatrol(after, { ...KNOWN, people: [] }).counts).toEqual(plan.counts)
  })

  it('leaves a column 问题 of the ledger itself alone', async () => {
    const columns = ['发现日期', '问题'].map((header) => ({ header, kind: 'text' as const }))
    const bytes = await writeTable({ sheets: [{ name: '台账', columns, rows: [['2026-10-08', '墙面脱落']] }] })
    const plan = planLedger(await readTable(bytes, 'a.xlsx'), KNOWN)
    const after = await readTable(
      await annotateProblems(bytes, 'a.xlsx', plan.problems, say, { headerRow: 1 }),
      'a.xlsx',
    )
    expect(after.sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['发现日期', '问题', '问题'],
      ['2026-10-08', '墙面脱落', chinese.imports.problem['missing-severity']],
    ])
    expect(planLedger(after, KNOWN).drafts).toMatchObject([{ text: '墙面脱落' }])
  })
})

describe('templates', () => {
  const plans = { roster: planRoster, ledger: planLedger, patrol: planPatrol, devices: planDevices }
  const cases = (['roster', 'ledger', 'patrol', 'devices'] as const).flatMap((kind) =>
    (['zh-CN', 'en'] as const).map((language) => ({ kind, language })),
  )

  it.each(cases)(
    '$kind in $language can be imported as it is: its example row is skipped',
    async ({ kind, language }) => {
      const set = await readTable(await templateOf(kind, language), `${kind}.xlsx`)
      const plan = plans[kind](set, KNOWN)
      expect(plan.header?.missing).toEqual([])
      expect(plan.counts).toMatchObject({ accepted: 0, skipped: 1 })
      expect(plan.problems.map((problem) => problem.kind)).toEqual(['sample-row-ignored'])
    },
  )

  it.each(cases)('$kind in $language has an example that would be a sound row', async ({ kind, language }) => {
    const set = await readTable(await templateOf(kind, language), `${kind}.xlsx`)
    const rows = set.sheets[0]?.rows.map((row) => row.slice(1)) ?? []
    const people = [
      { uid: 'a', name: '张三' },
      { uid: 'b', name: 'Zhang San' },
    ]
    const plan = plans[kind]({ ...set, sheets: [{ name: 'a', rows }] }, { ...KNOWN, people })
    expect(plan.problems).toEqual([])
    expect(plan.counts.accepted).toBe(1)
  })

  it('offers drop-downs', async () => {
    const { Workbook } = await import('@cj-tech-master/excelts')
    const workbook = new Workbook()
    await workbook.xlsx.load(await templateOf('patrol', 'zh-CN', { zones: ['大堂引导区'] }))
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('F40').dataValidation?.type).toBe('list')
    expect(JSON.stringify(sheet?.dataValidations.model)).toContain('合格,不合格,当场已改')
  })
})

describe('a long file', () => {
  it('is written, read, planned and annotated whole', async () => {
    const columns = [
      { header: '日期', kind: 'day' as const },
      ...['轮次', '检查项', '结果', '检查人', '备注'].map((header) => ({ header, kind: 'text' as const })),
    ]
    const items: { zh: string }[] = checklist.items
    const rows = Array.from({ length: 5000 }, (_, index) => [
      `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      ['开门前', '上午', '闭店'][index % 3] ?? '',
      items[index % items.length]?.zh ?? '',
      '√',
      '某某',
      `=${index}`,
    ])
    const bytes = await writeTable({ sheets: [{ name: '巡检', columns, rows }] })
    const plan = planPatrol(await readTable(bytes, 'a.xlsx'), KNOWN)
    expect(plan.counts.skipped + plan.counts.accepted + plan.counts.blocked).toBe(5000)
    expect(await annotateProblems(bytes, 'a.xlsx', plan.problems, say)).toBeTruthy()
  })
})
