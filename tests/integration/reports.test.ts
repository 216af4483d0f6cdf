import { beforeEach, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { REPORT_KINDS } from '../../shared/contract/reports.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { proved } from '../harness/proved.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { passTheRest, roundOf } from '../harness/walk-round.ts'

const MONTH = '2026-11'

async function sheetsOf(file: { arrayBuffer(): Promise<ArrayBuffer> }) {
  const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), 'report.xlsx')
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(({ text }) => text)) }))
}

async function partOf(file: { arrayBuffer(): Promise<ArrayBuffer> }, name: string): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer())
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== name) return zip.readEntry()
        zip.openReadStream(entry as never, (failure, stream) => {
          if (failure) return reject(failure)
          const chunks: Buffer[] = []
          stream
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => resolve(Buffer.concat(chunks).toString()))
        })
      })
      zip.readEntry()
    })
  })
}

describe('reports', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  async function walkOpening() {
    const walker = outlet.as('lobby-manager')
    const sheet = await walker.patrols.start({ uid: await roundOf(walker, 'opening') })
    const answer = { item: 'exterior.signage-clean', value: 'fail' as const, note: '<b>缺一个字</b>', basedOn: 0 }
    await walker.patrols.answer({ uid: sheet.patrol.uid, answers: [answer] })
    await passTheRest(walker, await walker.patrols.sheet({ uid: sheet.patrol.uid }))
    await walker.patrols.submit({ uid: sheet.patrol.uid })
    return sheet.items.length
  }

  it.each(REPORT_KINDS)('says "none this period" in an empty %s', async (kind) => {
    const { html, figures } = await outlet.operator.reports.preview({ kind, month: '2020-02' })
    expect(html).toContain('本期无')
    expect(figures.every(({ value }) => value === null || value === 0)).toBe(true)
  })

  it('marks what nobody has typed, and a month that is not over', async () => {
    const of = async (month: string) => (await outlet.operator.reports.preview({ kind: 'monthly', month })).html
    expect(await of(MONTH)).toContain('2026-11（本月未完，统计到 2026-11-23）')
    expect((await of(MONTH)).match(/未填/g)?.length).toBe(8)
    expect(await of('2026-10')).not.toContain('本月未完')
  })

  it('counts the same in the summary, the ledger and the monthly report', async () => {
    const due = await walkOpening()
    const of = async (kind: (typeof REPORT_KINDS)[number]) =>
      Object.fromEntries(
        (await outlet.operator.reports.preview({ kind, month: MONTH })).figures.map(({ id, value }) => [id, value]),
      )
    const summary = await of('patrol-summary')
    expect(summary).toMatchObject({ due, fail: 1, completion: 1, roundsHeld: 1, passRate: (due - 1) / due })
    expect(await of('ledger')).toMatchObject({ tasksAll: 1, tasksNew: 1, tasksOpen: 1, tasksClosed: 0 })
    expect(await of('monthly')).toMatchObject({ ...summary, tasksNew: 1, uptime: null })
  })

  it('leads every figure to its rows or to its field', async () => {
    await walkOpening()
    const { figures } = await outlet.operator.reports.preview({ kind: 'patrol-summary', month: MONTH })
    const fail = figures.find(({ id }) => id === 'fail')
    const source = fail?.source
    if (source?.to !== 'answers') throw new Error('the figure leads nowhere')
    const rows = await outlet.operator.patrols.answers({ from: source.from, to: source.till, values: ['fail'] })
    expect(rows).toHaveLength(fail?.value ?? -1)
  })

  it('leads what was done in the month to exactly those tasks', async () => {
    const walker = outlet.as('lobby-manager')
    const { patrol } = await walker.patrols.start({ uid: await roundOf(walker, 'opening') })
    const fixed = { item: 'exterior.signage-clean', value: 'fixed' as const, note: '擦净', basedOn: 0 }
    const failed = { item: 'exterior.help-button', value: 'fail' as const, basedOn: 0 }
    await walker.patrols.answer({ uid: patrol.uid, answers: [fixed, failed] })
    const { figures } = await outlet.operator.reports.preview({ kind: 'ledger', month: MONTH })
    const closed = figures.find(({ id }) => id === 'tasksClosed')
    if (closed?.source.to !== 'tasks') throw new Error('the figure leads nowhere')
    const { total } = await outlet.operator.rectifications.list(closed.source.filter)
    expect([closed.value, total]).toEqual([1, 1])
  })

  it('writes figures of the overview as numbers', async () => {
    const due = await walkOpening()
    const { file } = await outlet.operator.reports.renderFile({ kind: 'patrol-summary', month: MONTH, format: 'xlsx' })
    const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), 'report.xlsx')
    const figures = sheets[0]?.rows
      .slice(3)
      .flatMap(([, label, value]) => (value?.kind === 'number' ? [label?.text] : []))
    expect(figures).toEqual(expect.arrayContaining(['应查项次', '巡检完成率', '得分']))
    expect(sheets[0]?.rows.flat().some(({ number }) => number === due)).toBe(true)
  })

  it('writes the ledger in its 27 columns with real dates in local time', async () => {
    await walkOpening()
    const { file, fileName } = await outlet.operator.reports.renderFile({
      kind: 'ledger',
      month: MONTH,
      format: 'xlsx',
    })
    expect(fileName).toBe('YZ-NP-03_整改台账_2026-11.xlsx')
    const [ledger] = await sheetsOf(file)
    const head = ledger?.rows[2] ?? []
    expect(head).toHaveLength(27)
    const row = ledger?.rows[3] ?? []
    expect(row[head.indexOf('发现时间')]).toMatch(/^2026-11-23 08:00/)
    expect(row[head.indexOf('问题描述')]).toBe('<b>缺一个字</b>')
  })

  it('has what a fix has cost, as said when it was handed in the last time', async () => {
    const lobby = outlet.as('lobby-manager')
    const { uid } = await lobby.rectifications.open({ ...PLAIN_TASK, description: '灯坏了一盏' })
    const submit = async (from: 'assigned' | 'returned', note: string, more: { costFen?: number | null }) => {
      await lobby.rectifications.move({ uid, from, to: 'doing' })
      const said = { note, cause: 'equipment.ageing', ...more }
      return lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', ...said })
    }
    const cell = async () => {
      const file = await outlet.operator.reports.renderFile({ kind: 'ledger', month: MONTH, format: 'xlsx' })
      const [ledger] = await sheetsOf(file.file)
      return ledger?.rows[3]?.[ledger.rows[2]?.indexOf('费用') ?? -1]
    }
    expect((await submit('assigned', '换了一盏', { costFen: 12_050 })).costFen).toBe(12_050)
    expect(await cell()).toBe('120.5')
    const sendBack = () => {
      const step = { uid, from: 'submitted', to: 'returned' } as const
      return outlet.as('outlet-head').rectifications.move({ ...step, note: '颜色不一致', redo: ['restore'] })
    }
    await sendBack()
    expect((await submit('returned', '又换了一盏', {})).costFen).toBe(12_050)
    await sendBack()
    expect((await submit('returned', '换成原来的', { costFen: null })).costFen).toBeNull()
    expect(await cell()).toBe('')
    await sendBack()
    await expect(submit('returned', '退了一盏', { costFen: -1 })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('keeps what people wrote as text in the page', async () => {
    await walkOpening()
    const { html } = await outlet.operator.reports.preview({ kind: 'ledger', month: MONTH })
    expect(html).toContain('&lt;b&gt;缺一个字')
    expect(html).not.toMatch(/<script|https?:\/\//)
  })

  it('marks typed figures as typed, and takes percentages only', async () => {
    const head = outlet.as('outlet-head')
    const bad = { kind: 'monthly' as const, month: MONTH, typed: { uptime: '一百' } }
    await expect(head.reports.saveTyped(bad)).rejects.toMatchObject({ data: { fields: { uptime: 'notAPercentage' } } })
    await head.reports.saveTyped({ ...bad, typed: { uptime: '98.4', help: '请支行协调物业' } })
    const { html, figures, typed } = await head.reports.preview({ kind: 'monthly', month: MONTH })
    expect(typed).toEqual({ uptime: '98.4', help: '请支行协调物业' })
    expect(html).toContain('98.4%（人工填写）')
    expect(figures.find(({ id }) => id === 'uptime')?.value).toBeCloseTo(0.984)
    const english = await head.reports.preview({ kind: 'monthly', month: MONTH, language: 'en' })
    expect(english.html).toContain('98.4% (typed)')
  })

  it('tells uptime machine by machine, and the monthly report takes it from there instead of a typed one', async () => {
    const head = outlet.as('outlet-head')
    await head.reports.saveTyped({ kind: 'monthly', month: MONTH, typed: { uptime: '98.4' } })
    const fields = { kind: 'cash', zone: 'self-service', vendor: '远澄', phone: null } as const
    const dates = { installedOn: null, switchedOffOn: null, hours: null }
    const { uid } = await head.devices.add({ ...fields, ...dates, name: '取款机1号', number: 'ATM-01' })
    outlet.ports.setNow(Date.parse('2026-11-23T17:00:00+08:00'))
    const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`)
    const unknown = { ticket: null, vendor: null, calledAt: null, arrivedAt: null, repairedAt: null }
    const times = { startAt: at('10:00'), endAt: at('12:00'), isPartial: false, reason: '=卡钞' }
    await head.devices.enterOutage({ device: uid, ...unknown, ...times })
    const { html, figures } = await head.reports.preview({ kind: 'devices', month: MONTH })
    expect(html).toContain('机具运行率')
    expect(html).toContain('≥ 98%')
    expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toEqual({
      ...{ uptime: 0.75, devices: 1, hoursDue: 8, hoursDown: 2, failures: 1, repairHours: 2, betweenHours: 6 },
    })
    const { file } = await head.reports.renderFile({ kind: 'devices', month: MONTH, format: 'xlsx' })
    const cells = (await sheetsOf(file)).flatMap(({ rows }) => rows.flat())
    expect(cells).toEqual(expect.arrayContaining(['取款机1号', 'ATM-01', '远澄', '合计']))
    const monthly = await head.reports.preview({ kind: 'monthly', month: MONTH })
    expect(monthly.figures.find(({ id }) => id === 'uptime')).toMatchObject({ value: 0.75, source: { to: 'devices' } })
    expect(monthly.fields.map(({ id }) => id)).not.toContain('uptime')
    expect(monthly.html).not.toContain('98.4%')
    await expect(
      head.reports.saveTyped({ kind: 'monthly', month: MONTH, typed: { uptime: '99' } }),
    ).rejects.toMatchObject({ data: { fields: { uptime: 'invalidValue' } } })
  })

  it('writes Word with East-Asian fonts', async () => {
    await walkOpening()
    const { file } = await outlet.operator.reports.renderFile({ kind: 'monthly', month: MONTH, format: 'docx' })
    const styles = await partOf(file, 'word/styles.xml')
    expect(styles).toContain('w:eastAsia="宋体"')
    expect(styles).toContain('w:eastAsia="黑体"')
  })

  it('S11 ends every report and every export with the code of a checkpoint', async () => {
    const { code } = await outlet.operator.audit.checkpoint({})
    const last = `审计检查点 ${code}`
    const missing: string[] = []
    for (const kind of REPORT_KINDS) {
      const html = (await outlet.operator.reports.preview({ kind, month: MONTH })).html
      if (!html.trimEnd().endsWith(`<p class="note">${last}</p>\n</body>\n</html>`)) missing.push(`${kind} html`)
      const xlsx = await outlet.operator.reports.renderFile({ kind, month: MONTH, format: 'xlsx' })
      for (const { name, rows } of await sheetsOf(xlsx.file)) {
        if (rows.at(-1)?.[0] !== last) missing.push(`${kind} xlsx ${name}`)
      }
      const docx = await outlet.operator.reports.renderFile({ kind, month: MONTH, format: 'docx' })
      const document = await partOf(docx.file, 'word/document.xml')
      const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)</g)].map((match) => match[1])
      if (texts.at(-1) !== last) missing.push(`${kind} docx`)
    }
    const table = { title: '按日', head: ['日期'], rows: [['2026-11-23']] }
    const shown = await sheetsOf((await outlet.as('teller').reports.tableFile(table)).file)
    if (shown[0]?.rows.at(-1)?.[0] !== last) missing.push('table')
    const english = await sheetsOf((await outlet.as('teller').reports.tableFile({ ...table, language: 'en' })).file)
    if (english[0]?.rows.at(-1)?.[0] !== `Audit checkpoint ${code}`) missing.push('table en')
    const checklist = await sheetsOf((await outlet.operator.checklists.exportFile({ language: 'zh-CN' })).file)
    if (checklist.at(-1)?.rows.at(-1)?.[0] !== last) missing.push('checklist')
    proved({ id: 'S11', runs: REPORT_KINDS.length * 3 + 3, bad: missing.length })
    expect(missing).toEqual([])
  })

  it('hands a shown table out as a workbook with dates and rates', async () => {
    const { file, fileName } = await outlet.as('teller').reports.tableFile({
      title: '按日',
      head: ['日期', '完成率', '不合格', '备注'],
      rows: [['2026-11-23', '98.5%', 3, '=1+1']],
    })
    expect(fileName).toBe('按日.xlsx')
    const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), fileName)
    const cells = sheets[0]?.rows.at(-3) ?? []
    expect(cells.map(({ kind }) => kind)).toEqual(['date', 'number', 'number', 'text'])
    expect(cells[1]?.number).toBeCloseTo(0.985)
    expect(cells[3]?.text).toBe('=1+1')
  })

  it('hands instants out as dates where all of a column are', async () => {
    const { file, fileName } = await outlet.as('teller').reports.tableFile({
      title: '整改清单 2026-11-23',
      head: ['发现', '完成', '说明'],
      rows: [
        ['2026-11-20 08:05', '', '2026-11-20 08:05'],
        ['2026-11-21 09:00', '2026-11-22 16:30', '下周'],
      ],
    })
    expect(fileName).toBe('整改清单-2026-11-23.xlsx')
    const { sheets } = await readTable(new Uint8Array(await file.arrayBuffer()), fileName)
    expect(sheets[0]?.rows.at(-3)?.map(({ kind }) => kind)).toEqual(['date', 'date', 'text'])
  })
})
