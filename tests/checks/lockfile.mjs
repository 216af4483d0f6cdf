import { readFileSync, writeFileSync } from 'node:fs'

/** npm 10 runs node-gyp on better-sqlite3 unless its lock entry says there is nothing to build. `--fix` writes it. */
const path = new URL('../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const entry = lock.packages['node_modules/better-sqlite3']
const addresses = Object.values(lock.packages).filter((one) => 'resolved' in one)

if (process.argv.includes('--fix')) {
  entry.gypfile = false
  for (const one of addresses) delete one.resolved
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
} else if (entry.gypfile !== false || addresses.length > 0) {
  console.error(
    'package-lock.json: run `node tests/checks/lockfile.mjs --fix` (gypfile of better-sqlite3, download addresses)',
  )
  process.exit(1)
}
