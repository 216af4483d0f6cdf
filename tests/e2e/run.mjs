import { spawn } from 'node:child_process'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'

/** `npm run -s e2e -- patrols`: one feature's browser tests by its noun; all where none is named. */
const args = process.argv.slice(2)
const json = args.indexOf('--json')
const file = json === -1 ? undefined : args.splice(json, 2)[1]
await ensureBuilt(() => console.error('build …'))
const reporters = file ? 'dot,json' : 'list'
spawn(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'tests/e2e/playwright.config.ts',
    `--reporter=${reporters}`,
    ...args,
  ],
  { stdio: 'inherit', env: { ...process.env, ...(file ? { PLAYWRIGHT_JSON_OUTPUT_FILE: file } : {}) } },
).on('exit', (code) => process.exit(code ?? 1))
