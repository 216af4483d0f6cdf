import { spawnSync } from 'node:child_process'
import { sourceFiles } from './source-files.mjs'

/**
 * dependency-cruiser reads TypeScript 7 through swc. Should swc skip a file, every rule would pass for it, so the
 * number of modules cruised is compared with the number of files there are.
 */
const FOLDERS = ['shared', 'electron', 'renderer']
const run = spawnSync(
  process.execPath,
  [
    '--import',
    './tests/checks/tsx-for-swc.mjs',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...FOLDERS,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ],
  { encoding: 'utf8', maxBuffer: 200 * 1024 * 1024 },
)
if (!run.stdout) {
  console.error(run.stderr)
  process.exit(1)
}
const { modules, summary } = JSON.parse(run.stdout)
const cruised = new Set(modules.filter(({ dependencies }) => dependencies !== undefined).map(({ source }) => source))
const skipped = sourceFiles(FOLDERS).filter((file) => /\.tsx?$/.test(file) && !cruised.has(file))
for (const file of skipped) console.error(`not cruised: ${file}`)
const withImports = modules.filter(
  ({ source, dependencies }) => /^(shared|electron|renderer)\//.test(source) && dependencies.length > 0,
)
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name ?? '').join(' → ') : to}`)
}
if (skipped.length > 0 || summary.violations.length > 0 || withImports.length < cruised.size / 2) process.exit(1)
console.log(`boundaries: ${cruised.size} modules, 0 violations`)
