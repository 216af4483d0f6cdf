import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileStore } from '../../electron/hosts/ports/file-store.ts'
import { createDemonstrationJobs } from '../../electron/service/demonstration/demonstration-jobs.ts'
import { AppError } from '../../shared/errors.ts'
import { createTestPorts, type TestPorts } from '../harness/test-ports.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const DOOR = 'GB/T 32320-2015 5.2.1'
const SIGN = 'GB/T 32320-2015 5.2.10'
const UNUSED = 'GB/T 32320-2015 6.1'
const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const WISH = { from: '2026-10', to: '2026-11', clauses: null, language: 'zh-CN' } as const

describe('the demonstration file', () => {
  let folder: string
  let ports: TestPorts
  let outlet: TestOutlet
  let items: string[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chenxun-test-'))
    ports = createTestPorts(join(folder, 'chenxun.db'))
    ports.files = createFileStore(ports.backups.places.files)
    outlet = await startTestOutlet(ports)
    items = await mapItems(outlet)
  })
  afterEach(() => {
    ports.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('lists clauses in the order of their numbers, and counts items that name none', async () => {
    const { clauses, unmapped } = await outlet.as('lobby-manager').demonstration.clauses({})
    const { items: all } = await outlet.as('outlet-head').checklists.current({})
    expect(clauses).toEqual([
      { clause: DOOR, items: 2 },
      { clause: SIGN, items: 1 },
      { clause: UNUSED, items: 0 },
    ])
    expect(unmapped).toBe(all.filter(({ isOn, clauses = [] }) => isOn && clauses.length === 0).length)
  })

  it('counts exactly what the database holds', async () => {
    await walkWithOneFail(outlet, items)
    const { clauses, photos } = await outlet.as('outlet-head').demonstration.preview(WISH)
    const count = (sql: string) =>
      ports.database
        .prepare(sql)
        .pluck()
        .get(JSON.stringify(items.slice(0, 2))) as number
    const OF = `JOIN checklist_item ON checklist_item.no = item_no WHERE checklist_item.id IN (SELECT value FROM json_each(?))`
    const [door] = clauses
    expect(door).toMatchObject({
      clause: DOOR,
      items: 2,
      rounds: count(`SELECT count(DISTINCT patrol_id) FROM patrol_answer ${OF}`),
      answers: count(`SELECT count(*) FROM (SELECT DISTINCT patrol_id, item_no FROM patrol_answer ${OF})`),
      tasks: count(`SELECT count(*) FROM rectification ${OF} AND state <> 'void'`),
      passRate: 0.5,
      photos: 1,
    })
    expect(photos).toBe(1)
  })

  it('puts what is missing first, with what can be found again', async () => {
    const { no } = await walkWithOneFail(outlet, items)
    const { gaps, html } = await outlet.as('outlet-head').demonstration.preview(WISH)
    expect(gaps).toEqual([
      { clause: DOOR, kind: 'months-without', count: 1, details: ['2026-10'] },
      { clause: DOOR, kind: 'open-tasks', count: 1, details: [no] },
      { clause: SIGN, kind: 'no-answers', count: 0, details: [] },
      { clause: UNUSED, kind: 'no-items', count: 0, details: [] },
      { clause: null, kind: 'no-training', count: 2, details: ['2026-10', '2026-11'] },
    ])
    expect(html.indexOf('缺口')).toBeLessThan(html.indexOf('条款总览'))
    expect(html).toContain(no)
  })

  it('holds a task of before that was open in its months', async () => {
    const { no } = await walkWithOneFail(outlet, items)
    const at = (day: string) => Date.parse(`${day}T08:00:00+08:00`)
    const set = ports.database.prepare('UPDATE rectification SET found_at = ?, verified_at = ?, state = ? WHERE no = ?')
    const shown = async () => {
      const { clauses, gaps } = await outlet.as('outlet-head').demonstration.preview({ ...WISH, from: '2026-11' })
      return [clauses[0]?.tasks, gaps.some(({ kind, details }) => kind === 'open-tasks' && details.includes(no))]
    }
    set.run(at('2026-10-20'), null, 'doing', no)
    expect(await shown()).toEqual([1, true])
    set.run(at('2026-10-20'), at('2026-11-03'), 'closed', no)
    expect(await shown()).toEqual([1, false])
    set.run(at('2026-10-20'), at('2026-10-31'), 'closed', no)
    expect(await shown()).toEqual([0, false])
  })

  it('names the awards that were granted in the period and stand', async () => {
    ports.database.exec(`INSERT INTO award (uid, no, kind, level, subject_kind, staff_id, period_from, period_to,
        nominator, reason, search, state, state_since, created_at, granted_on)
      SELECT state, no, 'week-star', 'outlet', 'person', 1, '2026-11-16', '2026-11-22', 1, reason, '', state, 0, 0, "on"
      FROM (SELECT 'granted' AS state, 'AW-2026-001' AS no, '补齐了台账' AS reason, '2026-11-23' AS "on"
        UNION ALL SELECT 'revoked', 'AW-2026-002', '材料不实', '2026-11-23')`)
    const { html } = await outlet.as('outlet-head').demonstration.preview(WISH)
    expect(html).toContain('补齐了台账')
    expect(html).toContain('周服务之星')
    expect(html).not.toContain('AW-2026-002')
  })

  it('writes a folder for each clause with its page, its answers and its photos', async () => {
    const { no } = await walkWithOneFail(outlet, items)
    const target = join(folder, 'proof')
    const head = outlet.as('outlet-head')
    const written = await head.demonstration.write({ ...WISH, folder: target, format: 'folder' })
    expect(written).toMatchObject({ photos: 1, photosLeftOut: 0, gaps: 5 })
    expect(readdirSync(target)).toEqual(['YZ-NP-03_示范窗口资料_2026-10至2026-11'])
    expect(readdirSync(written.path)).toEqual([
      '00-首页.html',
      '01_GB-T-32320-2015-5.2.1',
      '02_GB-T-32320-2015-5.2.10',
      '03_GB-T-32320-2015-6.1',
    ])
    const clause = join(written.path, '01_GB-T-32320-2015-5.2.1')
    expect(readdirSync(join(clause, 'photos'))).toEqual([`${no}-before-1.png`])
    const page = readFileSync(join(clause, '条款资料.html'), 'utf8')
    expect(page).toContain(`src="photos/${no}-before-1.png"`)
    expect(page).toContain('2026-11-23')
    const lines = readFileSync(join(clause, '巡检记录清单.csv'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(1 + 2)
    expect(lines.filter((line) => line.includes(no))).toHaveLength(1)
    expect(written.bytes).toBe(sizeOf(written.path))
    const again = await head.demonstration.write({ ...WISH, folder: target, format: 'folder' })
    expect(again.path).toBe(`${written.path}_2`)
  })

  it('leaves nothing where it is cancelled between two photos, or where the disk is full', async () => {
    await walkWithOneFail(outlet, items)
    const { database, files } = ports.backups.places
    const target = join(folder, 'proof')
    const input = {
      ...{ database, files, folder: target, format: 'folder' as const },
      ...{ wish: WISH, now: ports.clock.now(), today: '2026-11-23', cardNames: [], awardNames: [] },
    }
    const stop = new AbortController()
    const cancelling = createDemonstrationJobs({
      lanes: 1,
      shrink: (bytes) => {
        stop.abort()
        return Promise.resolve(bytes)
      },
      print: () => Promise.resolve(),
    })
    await expect(cancelling.write(input, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(target)).toEqual([])
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const filling = createDemonstrationJobs({
      lanes: 1,
      shrink: () => Promise.reject(full),
      print: () => Promise.resolve(),
    })
    await expect(filling.write(input)).rejects.toBe(full)
    expect(readdirSync(target)).toEqual([])
  })

  it('is not made of nothing: a checklist that names no clause is told so', async () => {
    const bare = await startTestOutlet(createTestPorts(join(folder, 'bare.db')))
    const { demonstration } = bare.as('outlet-head')
    for (const asked of [
      demonstration.preview(WISH),
      demonstration.write({ ...WISH, folder: join(folder, 'proof'), format: 'folder' }),
    ]) {
      await expect(asked).rejects.toMatchObject({ data: { reason: 'demonstrationNoClauses' } })
    }
    expect(existsSync(join(folder, 'proof'))).toBe(false)
  })

  it('refuses a relative folder, a missing disk and a period turned round', async () => {
    const { demonstration } = outlet.as('outlet-head')
    const reason = (promise: Promise<unknown>) => promise.catch((error: AppError) => dataOf(error).reason)
    const write = (folderName: string, more = {}) =>
      reason(demonstration.write({ ...WISH, ...more, folder: folderName, format: 'folder' }))
    expect(await write('proof')).toBe('demonstrationFolderNotAbsolute')
    expect(await write(join(folder, 'no', 'such'))).toBe('demonstrationFolderMissing')
    expect(await write(join(folder, 'proof'), { from: '2026-12' })).toBe('demonstrationPeriod')
    expect(await write(join(folder, 'proof'), { from: '2024-01' })).toBe('demonstrationPeriod')
    expect(existsSync(join(folder, 'proof'))).toBe(false)
  })
})

function dataOf(error: unknown): { reason: string } {
  return (error as { data: { reason: string } }).data
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** Two items of the opening round for one clause, one of another round for the next, one that is off for the third. */
async function mapItems(outlet: TestOutlet): Promise<string[]> {
  const head = outlet.as('outlet-head')
  const { items } = await head.checklists.current({})
  const opening = items.filter(
    ({ rounds, cadence, condition, severity }) =>
      rounds[0] === 'opening' && cadence === 'daily' && condition === undefined && severity !== 'critical',
  )
  const closing = items.filter(({ rounds, cadence }) => rounds.join() === 'closing' && cadence === 'daily')
  const [one, other] = opening
  const [late, off] = closing
  const clauses = [DOOR, DOOR, SIGN, UNUSED]
  const chosen = [one, other, late, off]
  for (const [index, item] of chosen.entries()) {
    const { id, version: _v, isOn: _o, isOwn: _w, ...wording } = item!
    await head.checklists.rewordItem({ id, wording: { ...wording, clauses: [clauses[index]!] } })
  }
  await head.checklists.switchItems({ ids: [off!.id], isOn: false })
  return chosen.map((item) => item!.id)
}

/** The opening round of today with one pass and one fail with a photo. */
async function walkWithOneFail(outlet: TestOutlet, items: readonly string[]): Promise<{ no: string }> {
  const client = outlet.as('lobby-manager')
  const uid = await roundOf(client, 'opening')
  await client.patrols.start({ uid })
  const { hash } = await client.attachments.put({ file: new Blob([PICTURE], { type: 'image/png' }) })
  const [passing = '', failing = ''] = items
  await client.patrols.answer({
    uid,
    answers: [
      { item: passing, value: 'pass', basedOn: 0 },
      { item: failing, value: 'fail', note: '门把手松', photos: [hash], basedOn: 0 },
    ],
  })
  const { tasks } = await outlet.as('outlet-head').rectifications.list({})
  return { no: tasks[0]?.no ?? '' }
}
