import { spawn } from 'node:child_process'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'

await ensureBuilt(() => console.error('build …'))
spawn(process.execPath, ['tests/bench/bench.ts', ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) =>
  process.exit(code ?? 1),
)
