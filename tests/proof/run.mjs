import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'

/**
 * `npm run proof [-- --json] [ID …]`: runs every test that proves a promise and prints one entry a number; `--long`
 * takes the counts of a night. Standard output carries the table only.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJson = process.argv.includes('--json')
const folder = mkdtempSync(join(tmpdir(), 'chenxun-proof-'))
const results = join(folder, 'results.jsonl')
const pattern = `(^|[^A-Z0-9])(${wanted.join('|')})\\b`
const units = filesWith('.test.ts')
const inBrowser = filesWith('.e2e.ts')

await ensureBuilt(() => console.error('build …'))
const codes = []
if (units.length > 0) {
  const named = wanted.length > 0 ? ['-t', pattern] : []
  codes.push(await run('npx', ['vitest', 'run', '--reporter=dot', ...named, ...units]))
}
if (inBrowser.length > 0) {
  const named = wanted.length > 0 ? ['--grep', pattern, '--pass-with-no-tests'] : []
  const config = ['-c', 'tests/e2e/playwright.config.ts', '--reporter=dot']
  codes.push(
    await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...config, ...named, ...inBrowser]),
  )
}

const entries = summed(read())
rmSync(folder, { recursive: true, force: true })
if (isJson) console.log(JSON.stringify(entries))
else for (const { id, runs, bad, limit, ok } of entries) console.log(row(ok ? 'ok' : 'BAD', id, runs, bad, limit))
process.exit(codes.some((code) => code !== 0) || entries.some(({ ok }) => !ok) ? 1 : 0)

function run(command, args) {
  return new Promise((resolve) => {
    spawn(command, args, {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        NO_COLOR: '1',
        CHENXUN_PROOF_RESULTS: results,
        ...(process.argv.includes('--long') ? { CHENXUN_PROOF: 'long' } : {}),
      },
    }).on('exit', (exit) => resolve(exit ?? 1))
  })
}

/** Test files that note a proof; only those of the wanted ids where some are named. */
function filesWith(ending) {
  return ['shared', 'electron', 'tests']
    .flatMap((top) => readdirSync(top, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = readFileSync(path, 'utf8')
      return text.includes('/proved.ts') && (wanted.length === 0 || wanted.some((id) => text.includes(`'${id}'`)))
    })
}

function read() {
  try {
    return readFileSync(results, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  } catch {
    return []
  }
}

/** One entry an id; a promise proved in parts adds up. */
function summed(parts) {
  const byId = new Map()
  for (const part of parts) {
    const sum = byId.get(part.id)
    byId.set(
      part.id,
      sum ? { ...sum, runs: sum.runs + part.runs, bad: sum.bad + part.bad, ok: sum.ok && part.ok } : part,
    )
  }
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

function row(verdict, id, runs, bad, limit) {
  return `${verdict.padEnd(4)}${id.padEnd(5)}${String(runs).padStart(8)} tried${String(bad).padStart(6)} bad  limit ${limit}`
}
