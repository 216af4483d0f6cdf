import { afterAll, describe, expect, it } from 'vitest'
import { createFileThread } from '../../electron/hosts/ports/file-thread.ts'
import type { FileJobs } from '../../electron/service/imports/file-jobs.ts'
import { PAGE } from '../../shared/domain/imports/page-sizes.ts'
import { connectTestClient, signInHead, startTestLoopback } from '../harness/hosts.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const ROWS = 50_000
const fileName = '名册.xlsx'

async function largeRoster(rows: number): Promise<Blob> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('名册')
  sheet.addRow(['姓名', '工号', '岗位', '备注'])
  for (let row = 1; row < rows; row++) {
    sheet.addRow([`员工${row}`, String(1_000_000 + row), row % 2 === 0 ? '柜员' : '店小二', `备注 ${row}`])
  }
  return new Blob([new Uint8Array(await workbook.xlsx.writeBuffer())])
}

async function settled(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
}

describe('a workbook of 50,000 rows', async () => {
  const file = await largeRoster(ROWS)
  const input = { kind: 'roster', file, fileName } as const

  it('is read while other calls are answered, and says how far it is', async () => {
    const outlet = await startTestOutlet({ ...createTestPorts(), fileJobs: createFileThread() })
    const { imports, people } = outlet.as('outlet-head')
    const before = await imports.list({})
    let isRead = false
    const reading = imports.previewFile({ ...input, readingId: 'mine' }).finally(() => {
      isRead = true
    })
    const stages = new Set<string | undefined>()
    let answers = 0
    while (!isRead) {
      await people.list({})
      stages.add((await imports.reading({ readingId: 'mine' }))?.stage)
      answers++
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const preview = await reading
    expect(preview.counts).toMatchObject({ accepted: 24_999, blocked: 25_000 })
    expect(answers).toBeGreaterThan(20)
    expect([...stages]).toEqual(expect.arrayContaining(['reading', 'checking']))
    expect(await imports.reading({ readingId: 'mine' })).toBeNull()
    expect(await imports.list({})).toEqual(before)
  })

  it('is shown whole, a page at a time, whatever is looked for', async () => {
    const outlet = await startTestOutlet()
    const { imports } = outlet.as('outlet-head')
    const first = await imports.previewFile(input)
    expect(first).toMatchObject({ shownCount: ROWS - 1, rowsFrom: 0, problemCount: 25_000 })
    expect(first.rows).toHaveLength(PAGE.rows)

    const last = await imports.previewFile({ ...input, aroundRow: ROWS })
    expect(last.rowsFrom).toBe(Math.floor((ROWS - 2) / PAGE.rows) * PAGE.rows)
    expect(last.rows.at(-1)).toMatchObject({ row: ROWS, isAccepted: false, problems: [{ kind: 'unknown-post' }] })

    const faulty = await imports.previewFile({ ...input, onlyProblems: true, rowsFrom: 24_900 })
    expect(faulty.shownCount).toBe(25_000)
    expect(faulty.rows.at(-1)?.row).toBe(ROWS)
    expect(faulty.rows.every(({ problems }) => problems.length > 0)).toBe(true)

    const tail = await imports.previewFile({ ...input, problemsFrom: 24_999 })
    expect(tail.problems).toMatchObject([{ row: ROWS }])
    expect(first.unknown.posts).toMatchObject([{ text: '店小二', rowCount: 25_000 }])
    expect(first.unknownCounts).toEqual({ people: 0, items: 0, posts: 1 })
  })

  it('is given up at once when its caller hangs up, and nothing of it is kept', async () => {
    const host = await startTestLoopback({ ports: { ...createTestPorts(), fileJobs: createFileThread() } })
    const { client } = await connectTestClient(host, await host.openTab())
    const { head } = await client.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await signInHead(client, head)
    const giveUp = new AbortController()
    const reading = settled(client.imports.confirmFile({ ...input, readingId: 'r' }, { signal: giveUp.signal }))
    await until(async () => (await client.imports.reading({ readingId: 'r' }))?.stage === 'reading')
    giveUp.abort()
    await reading
    await until(async () => (await client.imports.reading({ readingId: 'r' })) === null)
    expect(await client.imports.list({})).toEqual([])
  })
})

describe('the thread that reads files', () => {
  const threads: FileJobs[] = []
  afterAll(() => threads.splice(0))

  function thread(): FileJobs {
    const made = createFileThread()
    threads.push(made)
    return made
  }

  it('refuses a file with the same sentence as the service itself', async () => {
    await expect(thread().read({ bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]), fileName })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'fileNotSpreadsheet' },
    })
  })

  it('goes on with the next file where one is cancelled', async () => {
    const desk = thread()
    const bytes = new Uint8Array(await (await largeRoster(20_000)).arrayBuffer())
    const small = new TextEncoder().encode('姓名,工号\n甲,1234567\n')
    const giveUp = new AbortController()
    const large = settled(desk.read({ bytes, fileName }, { signal: giveUp.signal }))
    const next = desk.read({ bytes: small, fileName: 'a.csv' })
    setTimeout(() => giveUp.abort(), 300)
    expect(await large).toBe('cancelled')
    expect((await next).sheets[0]?.rows).toHaveLength(2)
  })
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 20) {
    if (waited > 10_000) throw new Error('It never came to be')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
