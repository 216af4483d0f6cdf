import { join } from 'node:path'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { proved } from '../harness/proved.ts'
import { expect, signIn, test } from './fixtures.ts'

/** What ran, if anything did: every payload writes here. */
declare global {
  interface Window {
    hit?: string
  }
}

const BASES = [
  '<img src=x onerror=top.hit=@>',
  '<script>top.hit=@</script>',
  '<svg onload=top.hit=@>',
  '"><img src=x onerror=top.hit=@>',
  "'><svg/onload=top.hit=@>",
  '</textarea><script>top.hit=@</script>',
  '</title><script>top.hit=@</script>',
  '</style><script>top.hit=@</script>',
  '<iframe srcdoc="<script>top.hit=@</script>">',
  '<a href="javascript:top.hit=@">x</a>',
  'javascript:top.hit=@',
  '<details open ontoggle=top.hit=@>',
  '<input autofocus onfocus=top.hit=@>',
  '<math><mi xlink:href="javascript:top.hit=@">',
  '<object data="javascript:top.hit=@">',
  '<base href="javascript:top.hit=@//">',
  '<meta http-equiv=refresh content="0;url=javascript:top.hit=@">',
  '{{constructor.constructor("top.hit=@")()}}',
  '$' + '{top.hit=@}',
  '{a|<img src=x onerror=top.hit=@>}',
]
const WRAPPERS = [
  (text: string) => text,
  (text: string) => `<!-- ${text}`,
  (text: string) => `<b>${text}</b>`,
  (text: string) => `\u202E${text}`,
  (text: string) => text.toUpperCase().replaceAll('TOP.HIT', 'top.hit'),
  (text: string) => text.replaceAll('<', '<\n'),
  (text: string) => `<![CDATA[${text}]]>`,
  (text: string) => `<xmp>${text}`,
  (text: string) => `${text}\u0000`,
  (text: string) => `<table><td>${text}`,
]
const PAYLOADS = WRAPPERS.flatMap((wrap, turn) =>
  BASES.map((base, index) => wrap(base.replaceAll('@', `'${turn * BASES.length + index}'`))),
)

/** Free text of every kind that people type or import; records of the audit chain cannot be planted without breaking it. */
const TEXTS = {
  outlet: ['name'],
  staff: ['name', 'staff_no'],
  patrol_remark: ['note', 'by_text'],
  patrol: ['returned_reason'],
  rectification: [
    'description',
    'found_by_text',
    'owner_text',
    'cause_note',
    'temporary_measure',
    'measure',
    'prevention',
    'waiting_for',
    'verifier_text',
  ],
  rectification_event: ['note', 'by_text'],
  rectification_look_back: ['note'],
  import_run: ['file_name', 'by'],
  calendar_override: ['name'],
  report_typed: ['text', 'typed_by'],
} as const

test('S10 runs none of 200 scripts planted in every text, on no screen, print or chart', async ({ page, outlet }) => {
  test.setTimeout(240_000)
  await outlet.start()
  await outlet.kill()
  plant(join(outlet.dataFolder, 'chenxun.db'))

  const refused: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  page.on('dialog', (dialog) => {
    refused.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await signIn(page, await outlet.start(), '林予安')
  const hits: string[] = []
  const look = async () => {
    await page.waitForLoadState('networkidle')
    const hit = await page.evaluate(() => window.hit)
    if (hit !== undefined) hits.push(`${hit} at ${page.url()}`)
  }
  for (const path of [
    '/',
    '/patrols',
    '/patrols?view=trends',
    '/rectifications?group=all',
    '/reports',
    '/people',
    '/imports',
    '/checklists',
    '/audit',
    '/settings',
  ]) {
    await page.goto(new URL(path, page.url()).href)
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    await look()
  }
  await page.goto(new URL('/rectifications?group=all', page.url()).href)
  await page.getByRole('row').nth(1).click()
  await look()
  await page.goto(new URL('/patrols?view=trends', page.url()).href)
  for (const chart of await page.locator('canvas').all()) {
    await chart.hover({ position: { x: 120, y: 60 } })
    await look()
  }
  await page.goto(new URL('/reports', page.url()).href)
  for (const frame of page.frames()) expect(await frame.evaluate(() => window.hit)).toBeUndefined()
  await page.emulateMedia({ media: 'print' })
  await look()
  expect(hits).toEqual([])
  expect(refused).toEqual([])
  proved({ id: 'S10', runs: PAYLOADS.length, bad: hits.length + refused.length })
})

/** Every row of every text gets another payload; short names keep a name people can pick. */
function plant(path: string): void {
  const database = openDatabase(path)
  let next = 0
  database.transaction(() => {
    for (const [table, columns] of Object.entries(TEXTS)) {
      const isKeyed = database.prepare('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(table) === 0
      for (const column of columns) {
        const cells = database
          .prepare(
            `SELECT ${isKeyed ? 'rowid' : `DISTINCT ${column}`}, ${column} FROM ${table} WHERE ${column} <> '' LIMIT 400`,
          )
          .raw()
          .all() as [number | string, string][]
        const update = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${isKeyed ? 'rowid' : column} = ?`)
        for (const [key, cell] of cells) update.run(`${cell}${PAYLOADS[next++ % PAYLOADS.length]}`, key)
      }
    }
  })()
  database.close()
  expect(next).toBeGreaterThanOrEqual(PAYLOADS.length)
}
