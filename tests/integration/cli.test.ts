import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { missing } from '../harness/tools.ts'

const ROOT = join(import.meta.dirname, '../..')
const SAMPLES = join(import.meta.dirname, 'imports-samples')

interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

function chenxun(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(ROOT, 'electron/launcher/chenxun.mjs'), ...args], { cwd: ROOT })
  const outcome: Outcome = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    outcome.stdout += String(text)
  })
  child.stderr.on('data', (text) => {
    outcome.stderr += String(text)
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...outcome, code })))
}

function linesOfPdf(path: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\f?$/.test(line))
}

describe('the command line', () => {
  let folder: string
  let data: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chenxun-cli-'))
    data = join(folder, 'data')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const init = (...more: string[]) =>
    chenxun('init', '--data', data, '--outlet-code', 'YZ-01', '--outlet-name', '测试网点', '--json', ...more)

  it('sets an outlet up from a roster and gives its head one PIN', async () => {
    const { code, stdout } = await init('--roster', join(SAMPLES, 'roster.xlsx'))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      outlet: { code: 'YZ-01' },
      people: 14,
      head: { name: '尉迟沐阳', oneTimePin: expect.stringMatching(/^\d{6}$/) },
    })
    const again = await init()
    expect(again.code).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'conflict' } })
  })

  it('says in both languages that there is no such import', async () => {
    await init()
    const zh = await chenxun('import', 'undo', 'nonsense', '--data', data)
    expect(zh).toMatchObject({ code: 1, stderr: expect.stringContaining('没有编号为“nonsense”的导入') })
    const en = await chenxun('import', 'undo', 'nonsense', '--data', data, '--language', 'en')
    expect(en).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no import “nonsense”') })
  })

  it('imports, reports, examines and takes back; standard output holds the answer only', async () => {
    await init('--roster', join(SAMPLES, 'roster.xlsx'))
    const file = join(SAMPLES, 'patrol-2026-10.csv')
    const dry = JSON.parse((await chenxun('import', 'patrol', file, '--data', data, '--dry-run', '--json')).stdout)
    expect(dry).toMatchObject({ accepted: 1170, importId: null })
    const { importId, problems } = JSON.parse(
      (await chenxun('import', 'patrol', file, '--data', data, '--json')).stdout,
    )
    expect(problems[0]).toMatchObject({ row: 137, column: '检查项', kind: 'unknown-item' })
    const out = join(folder, 'reports')
    const report = await chenxun(
      ...['report', 'patrol-summary', '--month', '2026-10', '--format', 'docx,xlsx,html', '--out', out],
      ...['--data', data, '--json'],
    )
    const { files, figures } = JSON.parse(report.stdout)
    expect(files.map(({ format }: { format: string }) => format)).toEqual(['docx', 'xlsx', 'html'])
    for (const { path, bytes } of files) expect(readFileSync(path)).toHaveLength(bytes)
    expect(figures).toMatchObject({ due: 1170, completion: 1, fail: 45 })
    expect((await chenxun('import', 'undo', importId, '--data', data, '--json')).code).toBe(0)
    const doctor = await chenxun('doctor', '--data', data, '--json')
    expect(doctor.code).toBe(0)
    expect(JSON.parse(doctor.stdout)).toMatchObject({ ok: true, integrity: 'ok', counts: { patrol_answer: 0 } })
    const diagnosis = join(folder, 'diagnosis.txt')
    expect((await chenxun('diagnose', '--data', data, '--out', diagnosis, '--json')).code).toBe(0)
    expect(readFileSync(diagnosis, 'utf8')).toContain('"integrity": "ok"')
  })

  it('writes the reply to an inspection by its number, and says when there is none', async () => {
    await init()
    const database = openDatabase(join(data, 'chenxun.db'))
    database
      .prepare(
        `INSERT INTO inspection_notice (uid, number, inspector, issued_on, reply_by)
         VALUES ('01890000-0000-7000-8000-000000000001', '运管88', '督导组', '2026-11-20', '2026-12-04')`,
      )
      .run()
    database.close()
    const reply = (...more: string[]) =>
      chenxun('report', 'inspection-reply', ...more, '--format', 'docx,pdf', '--out', folder, '--data', data, '--json')
    const { files } = JSON.parse((await reply('--number', '运管88')).stdout) as { files: { path: string }[] }
    expect(files.map(({ path }) => readFileSync(path).subarray(0, 4).toString('latin1'))).toEqual([
      'PK\x03\x04',
      '%PDF',
    ])
    expect((await reply('--number', '运管99')).code).toBe(1)
    expect((await reply()).code).toBe(2)
  })

  it('says what it wants and what went wrong by its exit code', async () => {
    expect((await chenxun('import', 'nonsense', 'file', '--data', data)).code).toBe(2)
    expect((await chenxun('--bogus')).code).toBe(2)
    const missing = await chenxun('import', 'roster', join(folder, 'none.xlsx'), '--data', data, '--json')
    expect([missing.code, JSON.parse(missing.stdout).error]).toEqual([
      1,
      { code: 'not-found', message: `没有这个文件：${join(folder, 'none.xlsx')}` },
    ])
    const { code, stdout } = await chenxun(
      'import',
      'undo',
      '00000000-0000-4000-8000-000000000001',
      '--data',
      data,
      '--json',
    )
    expect([code, JSON.parse(stdout).error.code]).toEqual([1, 'not-found'])
  })

  it('S11 finds a changed, a cut and a rewritten chain by the code on a printed report', async () => {
    await init()
    const verify = async (...more: string[]) => {
      const { code, stdout } = await chenxun('verify', 'audit', '--data', data, '--json', ...more)
      return { code, ...(JSON.parse(stdout) as { verdict: string; entries: number; brokenAt: number | null }) }
    }
    expect(await verify()).toMatchObject({ code: 0, ok: true, verdict: 'sound', brokenAt: null })
    const out = join(folder, 'reports')
    const report = await chenxun(
      ...['report', 'ledger', '--month', '2026-10', '--format', 'html,pdf', '--out', out, '--data', data, '--json'],
    )
    const { files } = JSON.parse(report.stdout) as { files: { format: string; path: string }[] }
    const pathOf = (format: string) => files.find((file) => file.format === format)?.path ?? ''
    const code = /审计检查点 (A \d+-\w{4}-\w{4})/.exec(readFileSync(pathOf('html'), 'utf8'))?.[1] ?? ''
    expect(readFileSync(pathOf('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    if (missing('pdftotext')) console.warn(`the last line of the PDF is not read: ${missing('pdftotext')}`)
    // The foot of the page comes after it.
    else expect(linesOfPdf(pathOf('pdf')).at(-2)).toContain(code.replace(/^A /, ''))

    const { entries } = await verify('--code', code)
    expect(await verify('--code', code)).toMatchObject({ code: 0, verdict: 'sound' })
    const tamper = (sql: string) => {
      const database = openDatabase(join(data, 'chenxun.db'))
      database.exec(sql)
      database.close()
    }
    tamper(`UPDATE audit_entry SET actor_name = actor_name || 'x' WHERE sequence = 1`)
    expect(await verify('--code', code)).toMatchObject({ code: 1, verdict: 'entry-broken', brokenAt: 1 })
    tamper(`UPDATE audit_entry SET actor_name = rtrim(actor_name, 'x') WHERE sequence = 1`)
    tamper(`DELETE FROM audit_entry WHERE sequence = ${entries}`)
    expect(await verify('--code', code)).toMatchObject({ code: 1, verdict: 'tail-cut', brokenAt: entries })
    expect(await verify()).toMatchObject({ code: 0, entries: entries - 1 })
  })

  it('puts a demonstration file together, names what is missing in the call, and writes nothing then', async () => {
    await init('--roster', join(SAMPLES, 'roster.xlsx'))
    const out = join(folder, 'proof')
    const months = ['--from', '2026-10', '--to', '2026-11']
    const report = (...more: string[]) => chenxun('report', 'demonstration', ...more, '--data', data, '--json')
    const wrong = await report(...months, '--format', 'odt', '--out', out)
    expect([wrong.code, wrong.stderr + wrong.stdout, existsSync(out)]).toEqual([
      2,
      expect.stringContaining('report demonstration --from YYYY-MM'),
      false,
    ])
    const empty = await report(...months, '--format', 'folder', '--out', out)
    expect(empty).toMatchObject({ code: 1, stdout: expect.stringContaining('请先在检查标准里填上条款') })
    expect(existsSync(out)).toBe(false)
    const database = openDatabase(join(data, 'chenxun.db'))
    database.exec(`UPDATE checklist_wording SET wording = json_set(wording, '$.clauses', json('["GB/T 32320 5.1"]'))
      WHERE item_no = 1`)
    database.close()
    const made = await report(...months, '--format', 'folder', '--out', out)
    expect(made.code).toBe(0)
    const [file] = (JSON.parse(made.stdout) as { files: { format: string; path: string; bytes: number }[] }).files
    expect(file).toMatchObject({ format: 'folder', photos: 0, gaps: 2 })
    const page = readFileSync(join(file?.path ?? '', '00-首页.html'), 'utf8')
    expect(page).toContain('GB/T 32320 5.1')
    expect(page).toContain('2 个月没有培训或演练记录')
    expect(page).toContain('培训、演练和表彰按全网点登记')
  })

  it('leaves nothing behind where a report cannot be written', async () => {
    await init()
    const report = await chenxun(
      'report',
      'ledger',
      '--month',
      '2026-13',
      '--out',
      join(folder, 'x'),
      '--data',
      data,
      '--json',
    )
    expect(report.code).toBe(1)
    expect(existsSync(join(folder, 'x', 'YZ-01_整改台账_2026-13.docx'))).toBe(false)
  })
})
