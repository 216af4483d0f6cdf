import { beforeEach, describe, expect, it } from 'vitest'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { writeTable } from '../../electron/service/spreadsheets/write-table.ts'
import type { BinaryFile } from '../../shared/binary-file.ts'
import type { Client } from '../../shared/contract/index.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

type Rows = string[][]

describe('the checklist as a file', () => {
  let outlet: TestOutlet
  let head: Client
  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
  })

  async function exported(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Rows> {
    const { file, fileName } = await head.checklists.exportFile({ language })
    const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), fileName)
    return (sheets[0]?.rows ?? []).map((row) => row.map(({ text }) => text))
  }

  async function fileOf([header = [], ...rows]: Rows): Promise<{ file: BinaryFile; fileName: string }> {
    const columns = header.map((name) => ({ header: name, kind: 'text' as const }))
    const filled = rows.map((row) => header.map((_, index) => row[index] ?? ''))
    const bytes = await writeTable({ sheets: [{ name: '检查标准', columns, rows: filled }] })
    return { file: new Blob([bytes as Uint8Array<ArrayBuffer>]), fileName: '检查标准.xlsx' }
  }

  function set(rows: Rows, row: number, column: string, value: string): void {
    const cells = rows[row]
    const index = rows[0]?.indexOf(column) ?? -1
    if (!cells || index < 0) throw new Error(`no cell ${row} ${column}`)
    cells[index] = value
  }

  function newRow(rows: Rows, values: Record<string, string>): void {
    rows.push((rows[0] ?? []).map((name) => values[name] ?? ''))
  }

  it.each(['zh-CN', 'en'] as const)('comes back in %s without a single change', async (language) => {
    const { items } = await head.checklists.current({})
    const preview = await head.checklists.previewImportFile(await fileOf(await exported(language)))
    expect(preview.faults).toEqual([])
    expect(preview.items).toEqual([])
    expect(preview.counts).toEqual({ added: 0, reworded: 0, switched: 0, unchanged: items.length, leftOut: 0 })
  })

  it('keeps lists of phrases and clauses, and limits by parameter', async () => {
    const item = (await head.checklists.current({})).items.find(({ id }) => id === 'lobby.air-light')
    if (!item) throw new Error('the standard checklist has changed')
    const { id, version: _version, isOn: _isOn, isOwn: _isOwn, ...wording } = item
    await head.checklists.rewordItem({
      id,
      wording: { ...wording, phrases: ['偏热', '=1+1'], clauses: ['甲 1', '乙 2'] },
    })
    const preview = await head.checklists.previewImportFile(await fileOf(await exported()))
    expect([preview.faults, preview.items]).toEqual([[], []])
  })

  it('rewords, adds and switches as one new version, and leaves absent items alone', async () => {
    const before = await head.checklists.current({})
    const rows = (await exported()).slice(0, 4)
    set(rows, 1, '检查内容', '门楣招牌干净')
    set(rows, 2, '启用', '否')
    newRow(rows, { 区域: '大堂引导区', 检查内容: '绿植无枯叶', 轻重: '一般', 轮次: '开门前、下午', 责任岗位: '保洁' })
    const file = await fileOf(rows)
    const preview = await head.checklists.previewImportFile(file)
    expect(preview.counts).toEqual({ added: 1, reworded: 1, switched: 1, unchanged: 1, leftOut: 0 })
    expect((await head.checklists.current({})).version).toBe(before.version)

    await head.checklists.confirmImportFile({ ...file, basedOn: preview.version })
    const after = await head.checklists.current({})
    expect(after.version).toBe(before.version + 1)
    expect(after.items).toHaveLength(before.items.length + 1)
    expect(after.items[0]).toMatchObject({ id: before.items[0]?.id, zh: '门楣招牌干净', version: after.version })
    expect(after.items[1]).toMatchObject({ id: before.items[1]?.id, isOn: false, version: 1 })
    expect(after.items.find(({ zh }) => zh === '绿植无枯叶')).toMatchObject({
      zone: 'lobby',
      isOwn: true,
      isOn: true,
      rounds: ['opening', 'afternoon'],
      default_owner_role: 'cleaner',
      default_due_hours: 72,
    })
    const [entry] = (await head.audit.list({})).entries
    expect(entry).toMatchObject({ procedure: 'checklists.confirmImportFile' })
    expect(entry?.changes).toHaveLength(3)
  })

  it('is put back as it was by one undo, unless somebody edited since', async () => {
    const before = await head.checklists.current({})
    const rows = (await exported()).slice(0, 4)
    set(rows, 1, '检查内容', '门楣招牌干净')
    set(rows, 2, '启用', '否')
    newRow(rows, { 区域: '大堂引导区', 检查内容: '绿植无枯叶', 轻重: '一般', 轮次: '下午', 责任岗位: '保洁' })
    const file = await fileOf(rows)
    const { version, switchedIds } = await head.checklists.confirmImportFile({ ...file, basedOn: before.version })
    await head.checklists.undoImport({ version, switchedIds })
    const after = await head.checklists.current({})
    const own = after.items.find(({ zh }) => zh === '绿植无枯叶')
    expect(own?.isOn).toBe(false)
    const bare = ({ version: _version, ...item }: (typeof after.items)[number]) => item
    expect(after.items.filter((item) => item !== own).map(bare)).toEqual(before.items.map(bare))
    await expect(head.checklists.undoImport({ version, switchedIds })).rejects.toMatchObject({
      data: { reason: 'checklistChangedMeanwhile' },
    })
  })

  it('names the columns that nothing is taken from', async () => {
    const rows = (await exported()).slice(0, 3).map((row, index) => [...row, index === 0 ? '备考' : '随便'])
    const { ignoredColumns, items } = await head.checklists.previewImportFile(await fileOf(rows))
    expect(ignoredColumns).toEqual(['备考'])
    expect(items).toEqual([])
  })

  it('names row and column of what it does not understand, and leaves those rows out', async () => {
    const rows = (await exported()).slice(0, 6)
    set(rows, 1, '编号（不要改）', 'exterior.no-such')
    set(rows, 2, '轻重', '要命')
    set(rows, 3, '整改时限（小时）', '很快')
    set(rows, 4, '轮次', '开门前、半夜')
    set(rows, 5, '区域', '月球')
    newRow(rows, { 区域: '大堂引导区' })
    const preview = await head.checklists.previewImportFile(await fileOf(rows))
    expect(preview.faults.map(({ row, column, kind, value }) => [row, column, kind, value])).toEqual(
      [
        [2, '编号（不要改）', 'unknown-id', 'exterior.no-such'],
        [3, '轻重', 'unknown-word', '要命'],
        [4, '整改时限（小时）', 'not-a-number', '很快'],
        [5, '轮次', 'unknown-word', '半夜'],
        [6, '区域', 'unknown-zone', '月球'],
        [7, '检查内容', 'required', ''],
        [7, '轻重', 'required', ''],
        [7, '轮次', 'required', ''],
        [7, '责任岗位', 'required', ''],
      ].sort(([a], [b]) => Number(a) - Number(b)) as never,
    )
    expect(preview.counts).toMatchObject({ leftOut: 6, unchanged: 0 })
  })

  it('refuses a file without our columns, and confirming after somebody else edited', async () => {
    const stranger = await fileOf([
      ['姓名', '岗位'],
      ['甲', '柜员'],
    ])
    expect(await head.checklists.previewImportFile(stranger)).toMatchObject({
      faults: [{ kind: 'header-not-found' }],
      items: [],
    })
    await expect(head.checklists.confirmImportFile({ ...stranger, basedOn: 1 })).rejects.toMatchObject({
      data: { reason: 'nothingToImport' },
    })
    const rows = await exported()
    set(rows, 1, '检查内容', '门楣招牌干净')
    const file = await fileOf(rows)
    const { version } = await head.checklists.previewImportFile(file)
    await head.checklists.moveItems({ items: [{ id: 'lobby.desk-staffed', rounds: ['midday'] }] })
    await expect(head.checklists.confirmImportFile({ ...file, basedOn: version })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'checklistChangedMeanwhile' },
    })
  })
})
