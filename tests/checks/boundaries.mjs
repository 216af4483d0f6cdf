import { spawnSync } from 'node:child_process'
import { sourceFiles } from './source-files.mjs'

/**
 * dependency-cruiser reads TypeScript 7 through swc. Should swc skip a file, every rule would pass for it, so the
 * number of modules cruised is compared with the number of files there are. Fences hold for imports of types as well;
 * cycles are looked for among values only.
 */
const FOLDERS = ['shared', 'electron', 'renderer']

const everything = cruise({})
const values = cruise({ VALUES_ONLY: '1' })
const violations = [
  ...everything.summary.violations.filter(({ rule }) => rule.name !== 'no-cycles'),
  ...values.summary.violations.filter(({ rule }) => rule.name === 'no-cycles'),
]
const cruised = new Set(everything.modules.map(({ source }) => source))
const skipped = sourceFiles(FOLDERS).filter((file) => /\.tsx?$/.test(file) && !cruised.has(file))
const withImports = everything.modules.filter(
  ({ source, dependencies }) => /^(shared|electron|renderer)\//.test(source) && dependencies.length > 0,
)

for (const file of skipped) console.error(`not cruised: ${file}`)
for (const { rule, from, to, cycle } of violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name ?? '').join(' → ') : to}`)
}
if (skipped.length > 0 || violations.length > 0 || withImports.length < cruised.size / 2) process.exit(1)
console.log(`boundaries: ${cruised.size} modules, 0 violations`)

function cruise(env) {
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
    { encoding: 'utf8', maxBuffer: 200 * 1024 * 1024, env: { ...process.env, ...env } },
  )
  if (!run.stdout) {
    console.error(run.stderr)
    process.exit(1)
  }
  return JSON.parse(run.stdout)
}
