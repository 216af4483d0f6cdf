import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run proof [-- --json] [ID …]`: runs every test file that proves a promise and prints one entry a number;
 * `--long` takes the counts of a night. Standard output carries the table only.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJson = process.argv.includes('--json')
const folder = mkdtempSync(join(tmpdir(), 'chenxun-proof-'))
const results = join(folder, 'results.jsonl')
const files = ['shared', 'electron', 'tests'].flatMap(proving)

const code = await new Promise((resolve) => {
  const args = ['vitest', 'run', '--reporter=dot', ...files]
  if (wanted.length > 0) args.push('-t', `^(${wanted.join('|')})\\b| (${wanted.join('|')})\\b`)
  spawn('npx', args, {
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

const entries = summed(read())
rmSync(folder, { recursive: true, force: true })
if (isJson) console.log(JSON.stringify(entries))
else for (const { id, runs, bad, limit, ok } of entries) console.log(row(ok ? 'ok' : 'BAD', id, runs, bad, limit))
process.exit(code !== 0 || entries.some(({ ok }) => !ok) ? 1 : 0)

function proving(top) {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes('/proved.ts'))
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
