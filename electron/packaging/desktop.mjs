import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../launcher/ensure-built.mjs'
import { ROOT } from '../launcher/node-version.mjs'
import { billOfMaterials, licensePage } from './licenses.mjs'
import { faultsOfSeeds, seedsOf } from './seeds.mjs'

/**
 * `npm run package:desktop [-- --seeds DIR]`: the installers of the system it runs on. `--list` prints what a folder of
 * seeds needs; with `--seeds` that folder is checked and nothing is downloaded. Exit codes: 0 ok, 1 seeds are missing,
 * 2 wrong use, 3 failure.
 */
const BUILDER = 'electron-builder@26.17.0'
const { values } = parseArgs({ options: { seeds: { type: 'string' }, list: { type: 'boolean', default: false } } })
const platform = process.platform === 'win32' ? 'win32' : 'linux'

if (values.list) {
  for (const one of ['win32', 'linux']) {
    for (const { path, release, sha256 } of seedsOf(one)) console.log([one, sha256, path, release].join('  '))
  }
} else process.exitCode = await build(values.seeds && resolve(process.env.INIT_CWD ?? '.', values.seeds))

async function build(seeds) {
  const faults = seeds ? await faultsOfSeeds(seeds, platform) : []
  for (const { path, fault } of faults) console.error(`${fault}: ${path}`)
  if (faults.length > 0) return 1
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  if (!existsSync(builder)) {
    console.error(`npm install --no-save --ignore-scripts ${BUILDER}`)
    return 2
  }
  await ensureBuilt(() => console.error('build …'))
  writeLegal()
  const target = platform === 'win32' ? '--win' : '--linux'
  const config = join('electron', 'packaging', 'installers.mjs')
  const { status } = spawnSync(process.execPath, [builder, target, '--x64', '--publish', 'never', '--config', config], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(seeds ? { CHENXUN_SEEDS: seeds, ELECTRON_BUILDER_CACHE: join(seeds, 'builder') } : {}),
    },
  })
  return status === 0 ? 0 : 3
}

function writeLegal() {
  const folder = join(ROOT, 'out', 'legal')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'LICENSES.md'), licensePage())
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(version), null, 2)}\n`)
}
