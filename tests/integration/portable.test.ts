import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../harness/hosts.ts'
import { missing } from '../harness/tools.ts'

const ROOT = join(import.meta.dirname, '../..')
const hasNoPlatform =
  `${process.platform}-${process.arch}` !== 'linux-x64' ? 'built here for linux-x64 only' : undefined
const reason = hasNoPlatform ?? missing('unzip')
const noNamespace = spawnSync('unshare', ['-n', 'true']).status === 0 ? undefined : 'unshare -n is not allowed'

/** Starts the program, opens a tab as a browser does, asks who is there, and stops it. */
const VISIT = `
const { spawn } = require('node:child_process')
const child = spawn('./chenxun.sh', ['--shell', 'none'], { stdio: ['ignore', 'pipe', 'inherit'] })
child.stdout.once('data', async (text) => {
  const { origin, hash } = new URL(String(text).trim())
  const page = await fetch(origin)
  const session = await fetch(origin + '/session', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-console': '1' },
    body: JSON.stringify({ code: hash.replace('#launch=', '') }),
  })
  const { token } = await session.json()
  const ask = async (path) => (await fetch(origin + '/rpc/' + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-console': '1', authorization: 'Bearer ' + token },
    body: '{"json":{}}',
  })).json()
  const answer = await ask('people/session')
  const choices = await ask('people/signInChoices')
  const outside = await fetch('http://198.51.100.1/', { signal: AbortSignal.timeout(1500) }).then(() => 'reached', () => 'none')
  console.log(JSON.stringify({ page: (await page.text()).includes('<div id="root">'), answer, choices, outside }))
  child.kill('SIGTERM')
})
`

describe.skipIf(reason)(`the zip program${reason ? ` (${reason})` : ''}`, () => {
  let program = ''
  let zip = ''

  beforeAll(() => {
    const { path } = JSON.parse(
      execFileSync(process.execPath, ['electron/packaging/portable.mjs', 'linux-x64'], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    ) as { path: string }
    zip = path
    const folder = temporaryFolderOfSuite()
    execFileSync('unzip', ['-q', path, '-d', folder])
    program = join(folder, readdirSync(folder)[0] ?? '')
  }, 240_000)

  it.skipIf(noNamespace)(
    `works in an empty folder without npm, sources or network${noNamespace ? ` (${noNamespace})` : ''}`,
    () => {
      const inside = `ip link set lo up 2>/dev/null || ifconfig lo up; exec ./node/node -e "$VISIT"`
      const { stdout, stderr } = spawnSync('unshare', ['-n', '/bin/sh', '-c', inside], {
        cwd: program,
        encoding: 'utf8',
        timeout: 60_000,
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: join(program, 'nobody'), LANG: 'zh_CN.UTF-8', VISIT },
      })
      expect(JSON.parse(stdout || JSON.stringify({ stderr }))).toMatchObject({
        page: true,
        answer: { json: { outlet: null, person: null } },
        outside: 'none',
      })
      expect(existsSync(join(program, 'data', 'chenxun.db'))).toBe(true)
    },
    90_000,
  )

  it('has the command line with it', () => {
    const data = temporaryFolder()
    const run = (...args: string[]) =>
      JSON.parse(
        execFileSync(join(program, 'chenxun-cli.sh'), [...args, '--data', data, '--json'], {
          encoding: 'utf8',
          env: { PATH: '/usr/bin:/bin', HOME: data },
        }),
      )
    expect(run('init', '--outlet-code', 'P-1', '--outlet-name', '便携网点')).toMatchObject({ outlet: { code: 'P-1' } })
    expect(run('doctor')).toMatchObject({ ok: true })
  })

  it('unzipped over an older one, opens its records, with a verified backup of before as the way back', async () => {
    const folder = temporaryFolder()
    const older = join(folder, 'chenxun')
    const data = join(older, 'data')
    mkdirSync(data, { recursive: true })
    copyFileSync(join(ROOT, 'tests/databases/0050.db'), join(data, 'chenxun.db'))
    mkdirSync(join(older, 'app', 'out', 'main'), { recursive: true })
    writeFileSync(join(older, 'app', 'out', 'main', 'serve.js'), 'throw new Error("the older program ran")')
    const before = contentOf(join(data, 'chenxun.db'))
    expect(before.schema).toBe(50)

    execFileSync('unzip', ['-qo', zip, '-d', folder])
    const visit = spawnSync(join(older, 'node', 'node'), ['-e', VISIT], {
      cwd: older,
      encoding: 'utf8',
      timeout: 60_000,
      env: { PATH: '/usr/bin:/bin', HOME: join(folder, 'nobody'), LANG: 'zh_CN.UTF-8' },
    })
    const seen = JSON.parse(visit.stdout || JSON.stringify({ stderr: visit.stderr }))
    expect(seen).toMatchObject({ page: true, answer: { json: { outlet: { code: 'PROOF-1', name: '验证网点' } } } })
    expect(seen.choices.json).toHaveLength(5)

    const cli = (...args: string[]) =>
      JSON.parse(
        execFileSync(join(older, 'chenxun-cli.sh'), [...args, '--json'], {
          encoding: 'utf8',
          env: { PATH: '/usr/bin:/bin', HOME: folder },
        }),
      )
    const copies = readdirSync(join(data, 'backups')).filter((name) => name.endsWith('.db'))
    expect(copies).toEqual([expect.stringMatching(/before-migration\.db$/)])
    const copy = join(data, 'backups', copies[0] ?? '')
    expect(cli('verify', 'backup', copy)).toMatchObject({ ok: true, schema: 50 })
    expect(contentOf(copy)).toEqual(before)
    const { schema, people, audit } = contentOf(join(data, 'chenxun.db'))
    expect(schema).toBeGreaterThan(50)
    expect(people).toEqual(before.people)
    expect(audit.slice(0, before.audit.length)).toEqual(before.audit)
    expect(cli('doctor', '--data', data)).toMatchObject({ ok: true })

    const back = join(folder, 'back')
    cli('restore', '--from', copy, '--to', back)
    expect(contentOf(join(back, 'chenxun.db')).people).toEqual(before.people)
    expect(cli('doctor', '--data', back)).toMatchObject({ ok: true })
  })

  it('names what it holds of others, with their licences', () => {
    const bill = JSON.parse(readFileSync(join(program, 'sbom.cdx.json'), 'utf8'))
    const names = bill.components.map(({ name }: { name: string }) => name)
    for (const name of ['better-sqlite3', 'node', 'react', 'antd', 'zod', 'docx']) expect(names).toContain(name)
    expect(bill.components.filter(({ licenses }: { licenses?: unknown }) => !licenses)).toEqual([])
    expect(readFileSync(join(program, 'LICENSES.md'), 'utf8')).toContain('## better-sqlite3')
  })

  it('brings no source, test or tool along', () => {
    const files = readdirSync(program, { recursive: true }) as string[]
    expect(files.filter((file) => /\.test\.|\.tsx?$|electron-vite|biome/.test(file))).toEqual([])
  })
})

/** What must survive, read while nobody has the file. */
function contentOf(path: string) {
  const database = new Database(path, { readonly: true })
  try {
    return {
      schema: database.pragma('user_version', { simple: true }) as number,
      people: database.prepare('SELECT uid, name, post FROM staff ORDER BY uid').all(),
      audit: database.prepare('SELECT * FROM audit_entry ORDER BY rowid').raw().all(),
    }
  } finally {
    database.close()
  }
}

/** Stays for all tests of the suite. */
function temporaryFolderOfSuite(): string {
  return execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
}
